import {budgetWords} from '../../probe-budget.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {cpuWords} from '../../probes/cpu-words.ts';
import type {KillGroup} from '../../probes/kill-groups.ts';
import {killFindings, type KillSaying, metWords, unseenWords} from '../../probes/kill-findings.ts';
import {isOfSettings, killStep} from '../../probes/kill-step.ts';

export default defineRule({
	id: 'liveness-kills',
	title: 'containers that are killed by their liveness probe',
	why: 'The kubelet ends a program that may be healthy, because the probe asks the wrong thing or does not wait long enough.',
	remedy: 'Let the liveness probe ask only whether the process is alive, and give it time.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'usage', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => killFindings(subject, cluster, 'liveness', group => say(group, cluster)),
});

function say({lead, need, isBeforeStart}: KillGroup, cluster: Cluster): KillSaying | undefined {
	if (need !== undefined || isBeforeStart) return undefined;
	const {probe, failure} = lead;
	return {
		words: metWords(lead),
		because: [
			failure?.fault === 'timeout' ? cpuWords(lead.pod, cluster) : '',
			failure?.fault === 'timeout' && probe?.timeoutMs === 1000 ? 'timeoutSeconds is 1, the default' : '',
			probe === undefined ? '' : `it allows ${budgetWords(probe)}`,
			unseenWords(lead),
		],
		next: [killStep(lead)],
		isHopeless: isOfSettings(lead),
	};
}
