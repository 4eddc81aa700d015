import type {Condition} from '../objects.ts';
import type {Job} from '../workload-objects.ts';
import {secondsTime} from '../times.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER, defineController} from './contract.ts';
import {activePods, createPod, isReady} from './pods.ts';
import {withoutZeros} from './replicaset.ts';

/** Runs pods until enough have succeeded, or too many have failed. */
export default defineController<Job>({
	drives: 'jobs',
	reconcile(job, world) {
		if (job.status.conditions?.some(({type}) => type === 'Complete' || type === 'Failed') || job.spec.suspend)
			return;
		const pods = world.store.ownedBy(job.metadata.uid, 'pods');
		const succeeded = pods.filter(({status}) => status.phase === 'Succeeded').length;
		const failed = pods.filter(({status}) => status.phase === 'Failed').length;
		const wanted = job.spec.completions ?? 1;
		const verdict = succeeded >= wanted ? 'Complete' : failed > job.spec.backoffLimit ? 'Failed' : undefined;
		const missing = Math.min(job.spec.parallelism, wanted - succeeded) - activePods(world, job).length;
		for (let count = 0; verdict === undefined && count < missing; count++) {
			const pod = createPod(world, job, job.spec.template);
			report(job, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`, world);
		}
		if (verdict === 'Complete') report(job, 'Normal', 'Completed', 'Job completed', world);
		if (verdict === 'Failed') report(job, 'Warning', 'BackoffLimitExceeded', BACKOFF_TEXT, world);
		writeStatus(job, {succeeded, failed}, verdict, world);
	},
});

const BACKOFF_TEXT = 'Job has reached the specified backoff limit';

function report(job: Job, type: 'Normal' | 'Warning', reason: string, message: string, {recorder}: World): void {
	recorder.report(job, {type, reason, message, component: 'job-controller'});
}

function writeStatus(
	job: Job,
	ended: {readonly succeeded: number; readonly failed: number},
	verdict: 'Complete' | 'Failed' | undefined,
	world: World,
): void {
	const at = secondsTime(world.timeline.now());
	const active = activePods(world, job);
	world.registry.change(job, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		draft.status = {
			...(verdict === undefined ? {} : {conditions: conditionsOf(verdict, at)}),
			startTime: draft.status.startTime ?? at,
			...(verdict === 'Complete' ? {completionTime: at} : {}),
			...withoutZeros({active: active.length, ...ended}),
			terminating: 0,
			uncountedTerminatedPods: {},
			ready: active.filter(isReady).length,
		};
	});
}

function conditionsOf(verdict: 'Complete' | 'Failed', at: string): Condition[] {
	const [first, reason, message] =
		verdict === 'Complete'
			? ['SuccessCriteriaMet', 'CompletionsReached', 'Reached expected number of succeeded pods']
			: ['FailureTarget', 'BackoffLimitExceeded', BACKOFF_TEXT];
	return [first, verdict].map(type => ({
		type,
		status: 'True',
		lastProbeTime: at,
		lastTransitionTime: at,
		reason,
		message,
	}));
}
