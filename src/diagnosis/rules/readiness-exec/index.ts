import {defineRule} from '../../contract.ts';
import {probeTarget} from '../../probe-budget.ts';
import {type UnreadyGroup, unreadyFindings, type UnreadySaying} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-exec',
	title: 'a readiness probe whose command fails, or whose gRPC health service says no',
	why: 'The program itself says that it is not able to serve, so the pod gets no traffic.',
	remedy: 'Run the command in the container, and see what it says.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => unreadyFindings(subject, cluster, ['unhealthy'], say),
});

function say({lead}: UnreadyGroup): UnreadySaying {
	const {probe, failure, pod, container} = lead;
	if (probe.how === 'exec')
		return {
			next: [
				`run it yourself: kubectl exec -n ${pod.namespace} ${pod.name} -c ${container.name} -- ${probeTarget(probe)}`,
			],
		};
	const isMissing = failure.detail.includes('does not implement');
	return {
		isHopeless: isMissing,
		next: [
			isMissing
				? 'register grpc.health.v1.Health in the program, or use another probe'
				: `see in the log of ${container.name} what it waits for`,
		],
	};
}
