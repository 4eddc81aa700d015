import type {ContainerRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {runtimeCommandFailure} from '../../creation/command-failure.ts';
import {configFaultOf} from '../../creation/config-fault.ts';
import {coreOfRuntime} from '../../creation/runtime-message.ts';
import {stuckContainers} from '../../creation/stuck-containers.ts';
import {afterGrace} from '../../grace.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

const REASONS: ReadonlySet<string> = new Set([
	...['CreateContainerError', 'CreateContainerConfigError', 'RunContainerError', 'PreCreateHookError'],
	...['PreStartHookError', 'KillContainerError', 'CreatePodSandboxError', 'ConfigPodSandboxError'],
]);

/** A busy node fails at one try and not at the next. */
const GRACE_MS = 30_000;

/** The caches of a kubelet that was just started, or is cut off for a moment (`pkg/kubelet/util/manager`). */
const CACHE = /failed to sync (?:configmap|secret) cache|not registered|have not yet been read|host IP unknown/;
const CACHE_MS = 60_000;

export default defineRule({
	id: 'container-create-failed',
	title: 'a container that the runtime of the node does not create or start',
	why: 'Something that the container asks for is refused, or the runtime is in trouble; the kubelet tries again.',
	remedy: 'Read what the runtime says; when other pods of the node fail too, look at the node.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const stuck = stuckContainers(subject, cluster, REASONS, (message, container) =>
			isToldElsewhere(message) ? undefined : {key: container.name, fault: container},
		);
		for (const {fault, message, pods, evidence, since} of stuck) {
			const {name, reason} = fault;
			const isCache = CACHE.test(message);
			const nodes = [...new Set(pods.map(({node}) => node).filter(node => node !== ''))].toSorted();
			yield {
				key: name,
				verdict: afterGrace(subject, cluster, since, isCache ? CACHE_MS : GRACE_MS, 'struggling'),
				confidence: 'certain',
				title: `${subject.who} wait, container ${name} ${VERBS.get(reason) ?? 'cannot be created'}: ${wordsOf(message, fault)}`,
				because: [...hintsOf(message), ...(nodes.length === 0 ? [] : [`on ${listed(nodes)}`])].join('; '),
				pods,
				evidence,
				since,
				next: [
					...(isCache ? ['wait: the kubelet tries again'] : rollBackFirst(subject)),
					`look at the other pods of ${nodes[0] ?? 'the node'}: when they fail too, it is the node`,
				],
			};
		}
	},
});

const VERBS: ReadonlyMap<string, string> = new Map([['RunContainerError', 'cannot be started']]);

/** Rules of their own say it better. */
function isToldElsewhere(message: string): boolean {
	return (
		configFaultOf(message) !== undefined ||
		runtimeCommandFailure(message) !== undefined ||
		/non-root|runAsNonRoot/.test(message)
	);
}

function wordsOf(message: string, {reason}: ContainerRow): string {
	return message === '' ? reason : coreOfRuntime(message, 55);
}

/** What the usual texts mean. */
function hintsOf(message: string): readonly string[] {
	if (/name .{1,300} is reserved|is already in use by container/.test(message))
		return ['an earlier try is not finished: the runtime is slow or stuck'];
	if (/context deadline exceeded/.test(message)) return ['the runtime of the node does not answer in time'];
	if (/not a directory|mounting|mountpoint/.test(message))
		return ['a mount does not fit what the image has at that path'];
	if (/chdir|working directory/.test(message)) return ['the working directory is not in the image'];
	if (/no space left on device/.test(message)) return ['the disk of the node is full'];
	if (/memory limit|too low|OOM/i.test(message)) return ['the memory limit is too low to start at all'];
	return [];
}
