import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {objectName} from '../../object-name.ts';

/** Controllers look at a change within a second; a busy one takes some more. */
const LATE_MS = 30_000;

export default defineRule({
	id: 'rollout-unobserved',
	title: 'a change that the controller of its kind has not seen',
	why: 'Nothing happens with it, and what the status says is about the spec before.',
	remedy: 'Look at kube-controller-manager: it is down, very busy, or cannot reach the API server.',
	about: 'workload',
	reads: ['workload'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: workload, service} = subject;
		const {phase, since} = service.rollout;
		if (phase !== 'unobserved' || since === undefined || workload.deletedAt !== undefined) return;
		if (!isDue(subject, cluster, since, LATE_MS)) return;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${objectName(workload)} was changed, and its controller has not seen it`,
			because: 'its status, which counts pods, is about the spec before',
			// Itself, so that it explains what says no more about its pods than the status does.
			affects: [workload],
			evidence: [seenOn(workload, 'status.observedGeneration is behind metadata.generation')],
			since,
			next: ['see whether kube-controller-manager runs and is its own leader: kubectl get lease -n kube-system'],
		};
	},
});
