import type {SpreadRule} from '../../../model/placement.ts';
import {selects} from '../../../model/selector.ts';
import type {NodeRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {counted} from '../../phrases.ts';
import {isKept} from '../../scheduling/named-taints.ts';
import {matches} from '../../scheduling/node-match.ts';
import {placeWord, podsByPlace, selectorWords, spreadWords} from '../../scheduling/places.ts';
import type {Unplaced} from '../../scheduling/unplaced.ts';
import type {PodsSubject} from '../../subject.ts';

interface SpreadFault {
	/** After `Pods `. */
	readonly title: string;
	readonly because: readonly string[];
	readonly next: readonly string[];
}

/** Which of the pod's rules it is, as far as the scheduler's words and the rules tell. */
export function spreadFault(subject: PodsSubject, kept: Unplaced, cluster: Cluster): SpreadFault {
	const text = kept.fit.refusals.find(({obstacle}) => obstacle === 'spread')?.text ?? '';
	const how = /anti-affinity/.test(text) ? 'apart' : /spread/.test(text) ? 'evenly' : 'together';
	const rule = kept.pod.spec.placement.spread.find(one => one.how === how);
	if (rule === undefined || /existing pods/.test(text)) return keptAway;
	const nodes = (kept.nodes ?? []).filter(node => matches(kept.pod.spec, node) && !isKept(kept.pod.spec, node));
	if (how === 'evenly') return uneven(rule, nodes, kept, cluster);
	if (how === 'together') return alone(rule);
	return selects(rule.selector, kept.pod.labels) ? crowded(subject, rule, nodes, kept, cluster) : besideOthers(rule);
}

const keptAway: SpreadFault = {
	title: 'find no node: the pods there keep them away by their own anti-affinity',
	because: [],
	next: ['add a node, or make the anti-affinity of the others a preference'],
};

function crowded(
	{service}: PodsSubject,
	rule: SpreadRule,
	nodes: readonly NodeRow[],
	kept: Unplaced,
	cluster: Cluster,
): SpreadFault {
	const place = placeWord(rule.topologyKey);
	const counts = podsByPlace(rule, nodes, kept.pod, cluster);
	const wanted = service?.workload.wanted ?? kept.pods.length;
	const sum =
		counts.size === 0
			? ''
			: `, and there ${counts.size === 1 ? 'is' : 'are'} ${counted(counts.size, place)} for ${counted(wanted, 'pod')}`;
	return {
		title: `may not share a ${place}${sum}`,
		because: ['required anti-affinity keeps them apart'],
		next: [
			counts.size === 0
				? 'run fewer pods, or add a node'
				: `run at most ${counted(counts.size, 'pod')}, or add a node`,
			'make it a preference: preferredDuringSchedulingIgnoredDuringExecution',
		],
	};
}

function besideOthers(rule: SpreadRule): SpreadFault {
	return {
		title: `find no ${placeWord(rule.topologyKey)} without the pods that they must keep away from (${selectorWords(rule)})`,
		because: ['required anti-affinity keeps them apart'],
		next: ['add a node', 'make it a preference: preferredDuringSchedulingIgnoredDuringExecution'],
	};
}

function alone(rule: SpreadRule): SpreadFault {
	return {
		title: `must run beside pods that are nowhere they can go (${selectorWords(rule)})`,
		because: [`required pod affinity wants them on the same ${placeWord(rule.topologyKey)}`],
		next: ['look whether those pods run', 'correct the pod affinity of the template'],
	};
}

function uneven(rule: SpreadRule, nodes: readonly NodeRow[], {pod}: Unplaced, cluster: Cluster): SpreadFault {
	const {topologyKey, skewMax} = rule;
	const place = placeWord(topologyKey);
	const counts = podsByPlace(rule, nodes, pod, cluster);
	if (counts.size === 0 && nodes.length > 0)
		return {
			title: `cannot be spread as asked: no node that would do has the label ${topologyKey}`,
			because: ['a topology spread constraint asks for it'],
			next: ['correct topologyKey in the template', 'or label the nodes'],
		};
	return {
		title: `cannot be spread as asked: at most ${skewMax} more in one ${place} than in another`,
		because: counts.size === 0 ? [] : [spreadWords(topologyKey, counts)],
		next: [`make room in the ${place} with the fewest`, 'let it be uneven: whenUnsatisfiable ScheduleAnyway'],
	};
}
