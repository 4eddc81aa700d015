import {defineRule} from '../../contract.ts';
import {failureWords} from '../../probes/failure-words.ts';
import type {KillGroup} from '../../probes/kill-groups.ts';
import {killFindings, type KillSaying, unseenWords} from '../../probes/kill-findings.ts';

export default defineRule({
	id: 'liveness-depends-on-dependency',
	title: 'a liveness probe that fails because of a database or another server',
	why: 'An outage of what the pods share restarts all of them, which helps nobody and makes the outage longer.',
	remedy: 'Bring the other side back, and let the liveness probe ask only whether the process is alive: the rest is for readiness.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => killFindings(subject, cluster, 'liveness', say),
});

function say({lead, need}: KillGroup): KillSaying | undefined {
	if (need === undefined) return undefined;
	const {failure, probe, spec, misplaced} = lead;
	const {dependency, says, trouble} = need;
	return {
		words: `, which depends on ${dependency.label}: it ${says}`,
		because: [
			dependency.proof,
			failure === undefined || probe === undefined ? '' : failureWords(failure, probe, spec, misplaced),
			unseenWords(lead),
		],
		next: ['let the liveness probe tell only that the process is alive, and leave the rest to readiness'],
		...(failure !== undefined && trouble === undefined && {confidence: 'likely'}),
	};
}
