import type {V1Node} from '@kubernetes/client-node';
import {fieldsOf, mapOf, textOf} from '../../../kinds/json.ts';
import type {PodRow} from '../../../model/pod.ts';
import {formatCpu, formatMemory, parseQuantity, percent} from '../../../model/quantity.ts';
import type {Resources} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {NodeRow} from '../../../model/workload.ts';
import {defineDescription, type Section, type Word} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {eventSection} from '../../parts/events.ts';
import {podSection} from '../../parts/pods.ts';
import {ago, count, entry, listed, word} from '../../words.ts';

export default defineDescription<NodeRow, Wire<V1Node>>({
	id: 'node',
	*sections({object, row, known}) {
		const {status} = fieldsOf(object);
		const {roles, version, internalIp, taints, createdAt} = row;
		const pods = [...known.rows('pod')].filter(({node}) => node === row.name);
		const words = listed([
			word(row.status, row.status === 'Ready' ? undefined : 'struggling'),
			roles.join(', '),
			version,
			internalIp,
			word(ago(createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		yield {
			title: 'TAINTS',
			entries: taints.map(({key, value, effect}) =>
				entry('', [
					word(`${key}${value === '' ? '' : `=${value}`}: `),
					word(EFFECTS[effect] ?? effect, 'muted'),
				]),
			),
		};
		yield conditionSection(status?.conditions, known);
		yield roomSection(row, mapOf(status?.capacity), pods, known);
		yield podSection(pods, known);
		yield eventSection(row, [], known);
		yield systemSection(status);
	},
});

const EFFECTS: Readonly<Record<string, string>> = {
	NoSchedule: 'no new pods (NoSchedule)',
	PreferNoSchedule: 'new pods only when there is no room elsewhere (PreferNoSchedule)',
	NoExecute: 'pods must leave (NoExecute)',
};

/** What is there, what pods have asked for, and what they use. */
function roomSection(
	{allocatable, name}: NodeRow,
	capacity: Readonly<Record<string, string>>,
	pods: readonly PodRow[],
	known: Known,
): Section {
	const running = pods.filter(({phase}) => phase !== 'Succeeded' && phase !== 'Failed');
	const used = known.usage.nodes.get(name);
	const isPartial = known.blindness('pod', '') !== undefined;
	const resource = (of: 'cpu' | 'memory', format: (amount: number) => string): readonly Word[] => {
		const all = allocatable[of];
		const wanted = sum(running, pod => pod.requests[of]);
		const limits = sum(running, pod => pod.limits[of]);
		const whole = parseQuantity(capacity[of]);
		return listed([
			all === undefined ? 'unknown' : `${format(all)} for pods`,
			whole === undefined || whole === all ? '' : word(`of ${format(whole)}`, 'muted'),
			[word(`asked for ${format(wanted)}`), share(wanted, all)],
			[word(`limits ${format(limits)}`, 'muted'), share(limits, all)],
			used === undefined
				? word('usage not measured', 'muted')
				: [word(`uses ${format(used[of])}`), share(used[of], all)],
		]);
	};
	return {
		title: 'ROOM',
		entries: [
			entry('memory', resource('memory', formatMemory)),
			entry('cpu', resource('cpu', formatCpu)),
			entry('pods', `${running.length}${allocatable.pods === undefined ? '' : ` of ${allocatable.pods}`}`),
			...(isPartial ? [entry('', word('not all pods can be seen', 'struggling'))] : []),
		],
	};
}

function share(part: number, whole: number | undefined): Word {
	const percents = percent(part, whole);
	if (percents === undefined) return word('');
	return word(` (${percents} %)`, percents > 100 ? 'accent' : 'muted');
}

function sum(pods: readonly PodRow[], amount: (pod: Resources & PodRow) => number | undefined): number {
	return pods.reduce((total, pod) => total + (amount(pod as Resources & PodRow) ?? 0), 0);
}

function systemSection(status: Wire<V1Node>['status']): Section {
	const {osImage, kernelVersion, containerRuntimeVersion, architecture} = fieldsOf(status?.nodeInfo ?? {});
	const images = Array.isArray(status?.images) ? status.images.length : 0;
	const words = listed([
		textOf(osImage),
		textOf(kernelVersion),
		textOf(architecture),
		textOf(containerRuntimeVersion),
		images === 0 ? '' : word(count(images, 'image'), 'muted'),
	]);
	return {title: 'SYSTEM', entries: words.length === 0 ? [] : [entry('', words)]};
}
