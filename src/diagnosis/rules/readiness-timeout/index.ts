import {formatAge} from '../../../lib/age.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {cpuWords} from '../../probes/cpu-words.ts';
import {type UnreadyGroup, unreadyFindings, type UnreadySaying} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-timeout',
	title: 'a readiness probe that is not answered in time',
	why: 'The handler is slow, waits for something, or the program is too busy to answer, so the pod is taken out of service.',
	remedy: 'Let the handler do less, give it the processor that it needs, or a longer timeoutSeconds (one second by default).',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'usage', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) =>
		unreadyFindings(subject, cluster, ['timeout', 'unreachable'], group => say(group, cluster)),
});

function say({lead}: UnreadyGroup, cluster: Cluster): UnreadySaying {
	const {pod, probe, failure} = lead;
	const timeout = `timeoutSeconds is ${probe.timeoutMs / 1000}`;
	if (failure.fault === 'unreachable')
		return {
			because: [timeout],
			next: ['see whether a NetworkPolicy or its node keeps the kubelet from the pod'],
		};
	const isDefault = probe.timeoutMs === 1000;
	const held = cpuWords(pod, cluster);
	return {
		because: [held, isDefault ? `${timeout}, the default` : timeout],
		next: [
			...(held === '' ? [] : ['raise the CPU limit']),
			`see what the handler does in that time: a probe should answer within ${formatAge(probe.timeoutMs)} under load`,
			'raise timeoutSeconds',
		],
	};
}
