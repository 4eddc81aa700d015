import {maskCredentials} from '../../../lib/mask.ts';
import type {EventRow} from '../../../model/event.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule, type Draft} from '../../contract.ts';
import {heardOf} from '../../evidence.ts';
import {oneLine, quoted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';

/** As long as restarts count: an older one was overcome. */
const LATELY_MS = 10 * 60_000;

/** The hook runs anew with each start: one that goes on for this long got past it. */
const SETTLED_MS = 30_000;

export default defineRule({
	id: 'hook-failed',
	title: 'a lifecycle hook of a container that fails',
	why: 'When postStart fails the container is killed and started again; when preStop fails it is stopped without its farewell.',
	remedy: 'Run the command of the hook in a container that runs, and correct it.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const starting = heardOfPods('FailedPostStartHook', subject.pods.filter(isUnready), subject, cluster);
		if (starting.length > 0)
			yield {
				key: 'postStart',
				verdict: 'struggling',
				confidence: 'certain',
				title: `${subject.who} are killed at start: the postStart hook fails${commandOf(starting)}`,
				next: [
					...rollBackFirst(subject),
					'correct the postStart hook, or move it into the start of the program',
				],
				...sharedOf(starting),
			};
		const stopping = heardOfPods('FailedPreStopHook', subject.allPods.filter(hasStopped), subject, cluster);
		if (stopping.length > 0)
			yield {
				key: 'preStop',
				verdict: 'info',
				confidence: 'certain',
				title: `${nameOf(subject)} stop without their preStop hook: it fails${commandOf(stopping)}`,
				next: ['correct the preStop hook: requests may be cut off while pods end'],
				...sharedOf(stopping),
			};
	},
});

/** Nothing else runs its preStop hook. */
function hasStopped({deletedAt, restarts}: PodRow): boolean {
	return deletedAt !== undefined || restarts > 0;
}

function isUnready({ready}: PodRow): boolean {
	return !ready;
}

interface Heard {
	readonly pod: PodRow;
	readonly event: EventRow;
}

/** The newest of a kind that each pod has, unless it is over. */
function heardOfPods(
	reason: string,
	pods: readonly PodRow[],
	subject: PodsSubject,
	cluster: Cluster,
): readonly Heard[] {
	return pods.flatMap(pod => {
		const event = cluster.eventsOf(pod).findLast(one => one.reason === reason);
		if (event === undefined) return [];
		const container = pod.containers.find(({name}) => name === event.container);
		const isBack = container?.state === 'running' && container.startedAt > event.lastAt;
		const overAt = isBack ? container.startedAt + SETTLED_MS : event.lastAt + LATELY_MS;
		subject.lookAgainAt(overAt);
		return cluster.now < overAt ? {pod, event} : [];
	});
}

function nameOf({allPods}: PodsSubject): string {
	return allPods.length === 1 ? 'The pod' : 'Pods';
}

function sharedOf(heard: readonly Heard[]): Pick<Draft, 'pods' | 'evidence' | 'since' | 'because'> {
	const message = heard[0]?.event.message ?? '';
	const exit = /exited with (?<code>\d{1,3})(?:: (?<words>[^\n]{1,300}))?/.exec(message)?.groups;
	return {
		because:
			exit === undefined
				? ''
				: oneLine(maskCredentials(`exit ${exit['code'] ?? ''} ${exit['words'] ?? ''}`), 200),
		pods: heard.map(({pod}) => pod),
		evidence: heard.slice(0, 2).map(({pod, event}) => heardOf(event, pod, maskCredentials(quoted(event.message)))),
		since: Math.min(...heard.map(({event}) => event.firstAt)),
	};
}

/** `Exec lifecycle hook ([/bin/sh -c nginx -t]) for Container "web" …`; newer kubelets say only `PostStartHook failed`. */
function commandOf([first]: readonly Heard[]): string {
	const command = /lifecycle hook \(\[?(?<command>[^\])]{1,300})/.exec(first?.event.message ?? '')?.groups?.[
		'command'
	];
	return command === undefined ? '' : ` (${oneLine(maskCredentials(command), 50)})`;
}
