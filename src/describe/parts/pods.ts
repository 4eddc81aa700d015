import {formatAge} from '../../lib/age.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Section} from '../contract.ts';
import type {Known} from '../known.ts';
import {atMost, columnCells, count, word} from '../words.ts';

/** More do not fit on a screen, and `enter` on the table shows all. */
const PODS_MAX = 20;

/** Pods that belong together, those that are not well first. */
export function podSection(pods: readonly PodRow[], known: Known, title = 'PODS'): Section {
	const sorted = pods.toSorted(
		(a, b) => Number(isWell(a)) - Number(isWell(b)) || b.restarts - a.restarts || (a.name < b.name ? -1 : 1),
	);
	const shown = sorted.slice(0, PODS_MAX);
	const isMixed = pods.some(({namespace}) => namespace !== pods[0]?.namespace);
	const nameOf = ({namespace, name}: PodRow): string => (isMixed ? `${namespace}/${name}` : name);
	const restartsOf = ({restarts}: PodRow): string => (restarts === 0 ? '' : count(restarts, 'restart'));
	const cells = {
		name: columnCells(shown.map(nameOf)),
		status: columnCells(shown.map(({status}) => status)),
		restarts: columnCells(shown.map(restartsOf)),
	};
	return {
		title,
		entries: atMost(sorted, PODS_MAX, pod => ({
			label: '',
			words: [
				{text: nameOf(pod), cells: cells.name},
				{text: `${pod.readyContainers}/${pod.totalContainers}`, cells: 6},
				{text: pod.status, cells: cells.status, tone: isWell(pod) ? undefined : 'struggling'},
				...(cells.restarts > 2 ? [{text: restartsOf(pod), cells: cells.restarts, tone: 'muted' as const}] : []),
				word(`${pod.node === '' ? 'on no node' : pod.node}  ${formatAge(known.now - pod.createdAt)}`, 'muted'),
			],
			object: pod,
		})),
	};
}

function isWell({ready, phase, deletedAt}: PodRow): boolean {
	return ready || phase === 'Succeeded' || deletedAt !== undefined;
}
