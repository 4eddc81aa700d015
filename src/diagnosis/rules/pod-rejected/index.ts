import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {endedAt, isOwned, isWholeAgain, takenAway} from '../../nodes/ended-pods.ts';
import {listed, oneLine, quoted} from '../../phrases.ts';

export default defineRule({
	id: 'pod-rejected',
	title: 'pods that a node refused after they were given to it',
	why: 'What the scheduler believed of the node was not so: a device, a label or room was gone when the pod came.',
	remedy: 'Look at what the node says; its owner makes another pod, which may be refused in the same way.',
	about: 'pods',
	reads: ['pod', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const rejected = takenAway(subject, cluster, ({reason}) => isRejection(reason));
		for (const [reason, pods] of Map.groupBy(rejected, pod => pod.reason)) {
			const [first] = pods;
			if (first === undefined) continue;
			const nodes = [...new Set(pods.map(({node}) => node))].filter(name => name !== '').toSorted();
			const where = nodes.length === 0 ? 'their node' : listed(nodes, 3);
			yield {
				key: reason,
				// One of them may be a coincidence; three in ten minutes are none.
				verdict: isWholeAgain(subject) && pods.length < 3 ? 'info' : 'struggling',
				confidence: 'certain',
				title: `${isOwned(subject) ? 'Pods were' : 'The pod was'} refused by ${where}: ${meaningOf(reason)}`,
				because: oneLine(first.message, 200),
				pods,
				affects: subject.pods.filter(({ready}) => !ready),
				evidence: pods
					.slice(0, 3)
					.map(pod => seenOn(pod, `${pod.name} ${reason}: ${quoted(pod.message)}`, endedAt(pod))),
				since: Math.min(...pods.map(endedAt)),
				next: [`look at ${where}`],
			};
		}
	},
});

/** Reasons of kubernetes `pkg/kubelet/lifecycle` and `pkg/kubelet/cm`. */
const MEANINGS: Readonly<Record<string, string>> = {
	NodeAffinity: 'it does not match their selector (NodeAffinity)',
	NodeName: 'they are meant for another node (NodeName)',
	NodePorts: 'their host port is taken there (NodePorts)',
	HostPort: 'their host port is taken there (HostPort)',
	UnexpectedAdmissionError: 'a device could not be given (UnexpectedAdmissionError)',
	TopologyAffinityError: 'it cannot give CPUs, memory and devices close together (TopologyAffinityError)',
	InvalidNodeInfo: 'it does not know itself (InvalidNodeInfo)',
	SysctlForbidden: 'it forbids a sysctl that they set (SysctlForbidden)',
	AppArmor: 'it cannot enforce their AppArmor profile (AppArmor)',
	PodOSNotSupported: 'they are for another operating system (PodOSNotSupported)',
	PodOSSelectorNodeLabelDoesNotMatch: 'they are for another operating system (PodOSSelectorNodeLabelDoesNotMatch)',
	PodFeatureUnsupported: 'it is too old for what they use (PodFeatureUnsupported)',
	TaintToleration: 'they do not tolerate its taint (TaintToleration)',
	InitContainerRestartPolicyForbidden: 'it is too old for sidecars (InitContainerRestartPolicyForbidden)',
	UnsupportedPodSpec: 'it cannot run what they ask for (UnsupportedPodSpec)',
};

function isRejection(reason: string): boolean {
	return Object.hasOwn(MEANINGS, reason) || LACKS.test(reason);
}

const LACKS = /^OutOf(?<resource>[\w./-]{1,63})$/;

function meaningOf(reason: string): string {
	const resource = LACKS.exec(reason)?.groups?.['resource'];
	return resource === undefined ? (MEANINGS[reason] ?? reason) : `it has not enough ${resource} (${reason})`;
}
