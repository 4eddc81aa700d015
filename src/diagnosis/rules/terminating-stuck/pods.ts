import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import type {Draft} from '../../contract.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {lostNodeOf} from '../../nodes/lost-node.ts';
import {counted, listed, quoted} from '../../phrases.ts';
import type {PodsSubject} from '../../subject.ts';

/** The time of deletion is when the grace of a pod is over. The kubelet kills then, unmounts, and says so. */
const PAST_GRACE_MS = 60_000;

/** All has ended, and only somebody's finalizer is left: those who mean well take it away at once. */
const FINALIZER_MS = 20_000;

/** Pods that should be gone, by what holds them. Those on a lost node are told by another rule. */
export function* stuckPods(subject: PodsSubject, cluster: Cluster): Generator<Draft> {
	if (!subject.allPods.some(({deletedAt}) => deletedAt !== undefined)) return;
	const stuck = subject.allPods.filter(pod => isStuck(pod, subject, cluster));
	for (const [finalizers, pods] of Map.groupBy(stuck, finalizersOf)) {
		const [first] = pods;
		if (first === undefined) continue;
		const isHeld = finalizers !== '';
		const event = cluster.eventsOf(first).findLast(({reason}) => REASONS.has(reason));
		const overdueAt = Math.min(...pods.map(({deletedAt = 0}) => deletedAt));
		yield {
			key: finalizers,
			verdict: 'struggling',
			confidence: 'certain',
			title: `Pods stay Terminating: ${isHeld ? `finalizer ${finalizers} is not taken away` : runningWords(first)}`,
			because: isHeld
				? `${hasEnded(first) ? 'their containers have ended' : 'their grace is over'}, and they go when whoever set the finalizer takes it away`
				: `their grace of ${first.spec.graceMs / 1000} s is over; ${first.node === '' ? 'they were on no node' : `the kubelet of ${first.node} should have killed them`}`,
			pods,
			evidence: [
				...pods.slice(0, 3).map(pod => seenOn(pod, `${pod.name} ${evidenceWords(pod)}`, pod.deletedAt)),
				...(event === undefined ? [] : [heardOf(event, first, quoted(event.message))]),
			],
			since: overdueAt,
			next: isHeld
				? heldRemedies(finalizers, first)
				: [
						`look at the kubelet of ${first.node || 'its node'}`,
						`or force it: kubectl delete pod ${first.name} --force`,
					],
		};
	}
}

/** What kubelets say when they cannot end a pod. */
const REASONS: ReadonlySet<string> = new Set([
	'FailedKillPod',
	'FailedPreStopHook',
	'ExceededGracePeriod',
	'FailedUnmount',
]);

function isStuck(pod: PodRow, subject: PodsSubject, cluster: Cluster): boolean {
	const {deletedAt, finalizers = []} = pod;
	if (deletedAt === undefined) return false;
	const isForeign = finalizers.some(finalizer => !OWN.has(finalizer));
	const dueAt = deletedAt + (isForeign && hasEnded(pod) ? FINALIZER_MS : PAST_GRACE_MS);
	if (cluster.now >= dueAt) return lostNodeOf(pod, cluster) === undefined;
	subject.lookAgainAt(dueAt);
	return false;
}

/** Kubernetes' own: a busy controller may be late. */
const OWN: ReadonlySet<string> = new Set(['batch.kubernetes.io/job-tracking', 'foregroundDeletion', 'orphan']);

function finalizersOf({finalizers = []}: PodRow): string {
	return listed(finalizers, 3);
}

function hasEnded({node, phase, containers}: PodRow): boolean {
	if (node === '' || phase === 'Succeeded' || phase === 'Failed') return true;
	return containers.length > 0 && containers.every(({state}) => state === 'terminated');
}

function runningWords(pod: PodRow): string {
	if (hasEnded(pod)) return 'their containers have ended, and the kubelet does not take them away';
	const running = pod.containers.filter(({state}) => state === 'running').map(({name}) => name);
	const hooks = pod.spec.containers.filter(({name, hasPreStop}) => hasPreStop && running.includes(name));
	const names = listed(running, 2);
	const hook = hooks.length === 0 ? '' : `, which has a preStop hook`;
	return `container ${names === '' ? 'unknown' : names} still runs after its grace${hook}`;
}

function evidenceWords({finalizers = [], phase, containers}: PodRow): string {
	const held = finalizers.length === 0 ? '' : `, finalizers ${listed(finalizers)}`;
	const running = containers.filter(({state}) => state === 'running').length;
	return `is Terminating, phase ${phase || 'unknown'}, ${counted(running, 'container')} running${held}`;
}

function heldRemedies(finalizers: string, {name, namespace}: PodRow): readonly string[] {
	return [
		`look whether the controller that sets ${finalizers} runs`,
		`if it is gone for good: kubectl patch pod ${name} -n ${namespace} --type=merge -p '{"metadata":{"finalizers":null}}'`,
	];
}
