import type {Cluster} from '../../cluster.ts';
import type {Draft} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';
import type {PodsSubject} from '../../subject.ts';

/** Kubernetes takes its own finalizers away when what hangs on the object is gone; that may take as long as pods take to end. */
const OWN = new Set(['foregroundDeletion', 'orphan']);
const OWN_MS = 5 * 60_000;
const FOREIGN_MS = 60_000;

/** The owner itself is deleted and stays. A pod that nobody owns is told as a pod. */
export function* ownerStuck(subject: PodsSubject, cluster: Cluster): Generator<Draft> {
	const {object} = subject;
	const {deletedAt, finalizers = [], kind, name} = object;
	if (deletedAt === undefined || kind === 'pod' || finalizers.length === 0) return;
	const foreign = finalizers.filter(finalizer => !OWN.has(finalizer));
	const longest = Math.max(0, ...subject.allPods.map(pod => pod.spec.graceMs));
	if (!isDue(subject, cluster, deletedAt, foreign.length === 0 ? OWN_MS + longest : FOREIGN_MS)) return;
	const holding = listed(foreign.length === 0 ? finalizers : foreign, 3);
	yield {
		key: 'owner',
		verdict: 'struggling',
		confidence: 'certain',
		title: `${KINDS[kind] ?? 'The owner'} ${name} was deleted and does not go: finalizer ${holding} is not taken away`,
		because:
			foreign.length === 0
				? 'it waits for what it owns to be gone'
				: 'it goes when whoever set the finalizer takes it away',
		evidence: [seenOn(object, `${name} is being deleted, finalizers ${listed(finalizers)}`, deletedAt)],
		since: deletedAt,
		next:
			foreign.length === 0
				? ['look at what it owns and does not end']
				: [
						`look whether the controller that sets ${holding} runs`,
						'take the finalizer away by hand if that is gone for good',
					],
	};
}

const KINDS: Readonly<Record<string, string>> = {
	deployment: 'Deployment',
	statefulset: 'StatefulSet',
	daemonset: 'DaemonSet',
	job: 'Job',
};
