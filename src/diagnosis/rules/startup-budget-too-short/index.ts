import {defineRule} from '../../contract.ts';
import {formatAge} from '../../../lib/age.ts';
import {budgetMs, budgetWords} from '../../probe-budget.ts';
import type {KillGroup} from '../../probes/kill-groups.ts';
import {killFindings, type KillSaying, metWords} from '../../probes/kill-findings.ts';

export default defineRule({
	id: 'startup-budget-too-short',
	title: 'a startup probe that does not wait until the program is up',
	why: 'The program needs longer to start than the probe allows, so no start ever comes to its end.',
	remedy: 'Raise failureThreshold or periodSeconds of the startup probe, or make the start faster.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => killFindings(subject, cluster, 'startup', say),
});

function say({lead, isBeforeStart}: KillGroup): KillSaying | undefined {
	const {probe, livedMs, words, killing} = lead;
	if (!isBeforeStart) return undefined;
	const allowed = probe === undefined ? '' : `: it allows ${formatAge(budgetMs(probe))}`;
	return {
		words: ` before they are up${allowed}`,
		because: [
			`killed ${formatAge(livedMs)} after its start${metWords(lead).replace(/^: /, ', ')}`,
			probe === undefined ? '' : budgetWords(probe),
			words === undefined ? 'its log was not read' : '',
		],
		next: ['raise failureThreshold of the startup probe', 'see what takes the program so long'],
		isHopeless: true,
		confidence: killing === undefined || words === undefined ? 'likely' : 'certain',
	};
}
