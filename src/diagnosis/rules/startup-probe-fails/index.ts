import {defineRule} from '../../contract.ts';
import {budgetWords} from '../../probe-budget.ts';
import type {KillGroup} from '../../probes/kill-groups.ts';
import {killFindings, type KillSaying, metWords} from '../../probes/kill-findings.ts';
import {isOfSettings, killStep} from '../../probes/kill-step.ts';
import {needWords} from '../../probes/need.ts';

export default defineRule({
	id: 'startup-probe-fails',
	title: 'containers that are killed by their startup probe, though time is not what they lack',
	why: 'The probe asks the wrong port or path, or the program waits for something that does not come.',
	remedy: 'Correct the probe, or bring back what the program waits for.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => killFindings(subject, cluster, 'startup', say),
});

function say({lead, need, isBeforeStart}: KillGroup): KillSaying | undefined {
	if (isBeforeStart) return undefined;
	const {probe} = lead;
	return {
		words: need === undefined ? metWords(lead) : `: ${needWords(need)}`,
		because: [
			need === undefined ? '' : metWords(lead).replace(/^: /, ''),
			need?.dependency.proof ?? '',
			probe === undefined ? '' : `it allows ${budgetWords(probe)}`,
		],
		next: need === undefined ? [killStep(lead)] : [],
		isHopeless: isOfSettings(lead),
	};
}
