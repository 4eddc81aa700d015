import {formatAge} from '../../lib/age.ts';
import {exitName} from '../../model/exit-code.ts';
import type {Evidence} from '../../model/finding.ts';
import {formatMemory, percent} from '../../model/quantity.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {heardOf, readFrom, seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import {rollBackFirst} from '../roll-back.ts';
import type {PodsSubject} from '../subject.ts';
import {type MemoryKill, memoryKillsOf} from './memory-kills.ts';

/** Kills of one container for one reason; the first is the newest. */
export type MemoryKills = readonly [MemoryKill, ...MemoryKill[]];

/** What a rule adds to what all of them say. */
export interface MemorySaying {
	readonly title: string;
	readonly because: readonly string[];
	readonly next: readonly string[];
}

/** Findings of containers that were killed for memory in one way, one for each container. */
export function* memoryFindings(
	subject: PodsSubject,
	cluster: Cluster,
	by: MemoryKill['by'],
	say: (kills: MemoryKills) => MemorySaying,
): Generator<Draft> {
	const all = memoryKillsOf(subject, cluster);
	if (all.length === 0) return;
	const own = all.filter(kill => kill.by === by);
	for (const [name, group] of Map.groupBy(own, ({container}) => container.name)) {
		const [first, ...rest] = group.toSorted((a, b) => b.exit.finishedAt - a.exit.finishedAt);
		if (first === undefined) continue;
		const kills: MemoryKills = [first, ...rest];
		const {title, because, next} = say(kills);
		yield {
			key: name,
			// A limit stays what it is: who did not even come up within it twice will not the third time.
			verdict:
				by === 'limit' && kills.every(({isAtStart, ends}) => isAtStart && ends > 1) ? 'doomed' : 'struggling',
			confidence: by === 'node' && kills.every(({node}) => node === undefined) ? 'likely' : 'certain',
			title,
			because: [...because, limitBefore(subject, first)].filter(text => text !== '').join('; '),
			pods: [...new Set(kills.map(({pod}) => pod))],
			evidence: evidenceOf(kills, cluster),
			next: [...rollBackFirst(subject), ...next],
			since: Math.min(...kills.map(sinceOf)),
			// What is wrong with the node is then the cause.
			...(by === 'node' && {follows: kills.flatMap(({pod}) => cluster.named('node', '', pod.node)?.uid ?? [])}),
		};
	}
}

/** `New pods run out of memory at start`, `Pods do not start, init container migrate runs out of memory`. */
export function memoryOpening({who}: PodsSubject, {pod, container, isAtStart}: MemoryKill): string {
	const {role, name} = container;
	if (role === 'init') return `${who} do not start, init container ${name} runs out of memory`;
	const isOneOfMany = pod.containers.filter(one => one.role !== 'init').length > 1;
	return `${who} run out of memory${isAtStart ? ' at start' : ''}${isOneOfMany ? ` in container ${name}` : ''}`;
}

/** `rev 1 has 512Mi`, when a rollout changed the limit; else empty. */
function limitBefore({isRolling, service}: PodsSubject, {container, limit}: MemoryKill): string {
	const previous = service?.previous;
	const before = previous?.template.containers.find(({name}) => name === container.name);
	if (!isRolling || previous === undefined || before === undefined || before.limits.memory === limit) return '';
	const {memory} = before.limits;
	return `${previous.label} ${memory === undefined ? 'has no limit' : `has ${formatMemory(memory)}`}`;
}

function sinceOf({pod, exit, ends, isAtStart}: MemoryKill): number {
	// Who never lived has been dying since it was made.
	return isAtStart && ends > 1 ? pod.createdAt : exit.finishedAt;
}

function evidenceOf(kills: MemoryKills, cluster: Cluster): readonly Evidence[] {
	const [first] = kills;
	// The kernel gives no time for last words: most lines have nothing to do with it.
	const said = kills.flatMap(({pod, container}) => {
		const words = cluster.lastWordsOf(pod, container);
		return words?.exception === undefined ? [] : readFrom(pod, container, words, words.line);
	});
	return [
		...kills.slice(0, 3).map(kill => seenOn(kill.pod, killWords(kill), kill.exit.finishedAt)),
		...(first.node === undefined
			? []
			: [heardOf(first.node.event, first.node.node, quoted(first.node.event.message))]),
		...usageOf(first, cluster),
		...said.slice(0, 1),
	];
}

/** `OOMKilled (exit 137) 2s after its start, limit 128Mi, ended 3 times in all`. */
function killWords({container, exit, livedMs, limit, ends}: MemoryKill): string {
	const name = exit.code === 137 ? `${exitName(exit)} (exit 137)` : `${exitName(exit)} with exit ${exit.code}`;
	const times = ends > 1 ? `, ended ${ends} times in all` : '';
	return `${container.name}: ${name} ${formatAge(livedMs)} after its start, ${limit === undefined ? 'no limit' : `limit ${formatMemory(limit)}`}${times}`;
}

function usageOf({pod, container, limit}: MemoryKill, cluster: Cluster): readonly Evidence[] {
	const usage = container.state === 'running' ? cluster.usageOf(pod) : undefined;
	if (usage === undefined || usage.measuredAt < container.startedAt) return [];
	const share = percent(usage.memory, limit);
	const words = `uses ${formatMemory(usage.memory)} now${share === undefined ? '' : `, ${share} % of the limit`}`;
	return [{...seenOn(pod, words, usage.measuredAt), seenIn: 'metrics'}];
}
