import type {KubeObject} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {quantityOf} from '../quantity.ts';
import {notAdmitted} from '../refusal.ts';
import {resourceNamed} from '../resources.ts';
import type {Store} from './store.ts';

/** What of a pod a quota counts, by the name that quotas have for it. */
const COUNTED: Readonly<Record<string, (pod: Pod) => number>> = {
	pods: () => 1,
	'requests.cpu': pod => requested(pod, 'cpu'),
	'requests.memory': pod => requested(pod, 'memory'),
};

/** The admission plugin ResourceQuota (apiserver `plugin/resourcequota`): throws a Refusal in its words when a pod does not fit. */
export function checkQuota(pod: Pod, store: Store): void {
	const namespace = pod.metadata.namespace ?? '';
	for (const quota of store.list('resourcequotas', namespace)) {
		const hard = hardOf(quota);
		const present = store
			.list('pods', namespace)
			.filter(({status}) => status.phase !== 'Succeeded' && status.phase !== 'Failed');
		const over = Object.entries(COUNTED).flatMap(([name, of]) => {
			const limit = hard[name];
			if (limit === undefined) return [];
			const used = present.reduce((sum, other) => sum + of(other), 0);
			const asked = of(pod);
			return used + asked > quantityOf(limit) ? [{name, asked, used, limit}] : [];
		});
		if (over.length === 0) continue;
		const list = (text: (one: (typeof over)[number]) => string): string =>
			over.map(one => `${one.name}=${text(one)}`).join(',');
		const problem =
			`exceeded quota: ${quota.metadata.name}, requested: ${list(({name, asked}) => amount(name, asked))}, ` +
			`used: ${list(({name, used}) => amount(name, used))}, limited: ${list(({limit}) => limit)}`;
		throw notAdmitted(resourceNamed('pods'), pod.metadata.name || `${pod.metadata.generateName ?? ''}x`, problem);
	}
}

function hardOf(quota: KubeObject): Readonly<Record<string, string>> {
	return (quota['spec'] as {hard?: Record<string, string>} | undefined)?.hard ?? {};
}

function requested({spec}: Pod, resource: string): number {
	return spec.containers.reduce((sum, {resources}) => sum + quantityOf(resources?.requests?.[resource]), 0);
}

/** `1`, `250m`, `512Mi`. */
function amount(name: string, value: number): string {
	if (name.endsWith('cpu')) return Number.isInteger(value) ? String(value) : `${Math.round(value * 1000)}m`;
	return name.endsWith('memory') ? `${Math.round(value / 2 ** 20)}Mi` : String(value);
}
