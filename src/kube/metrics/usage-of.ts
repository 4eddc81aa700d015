import {parseQuantity} from '../../model/quantity.ts';
import type {Usage} from '../../model/usage.ts';
import {timeOf} from '../../model/wire.ts';
import {fieldOf, textFieldOf} from '../reflector/json.ts';
import {metadataOf} from '../reflector/object-metadata.ts';

/** What one object of metrics.k8s.io says, and of whom; undefined when it says nothing that can be read. */
export type ReadUsage = (object: unknown) => {readonly key: string; readonly usage: Usage} | undefined;

/** A PodMetrics (k8s.io/metrics `v1beta1`): the sum of its containers, under `namespace/name`. */
export const podUsage: ReadUsage = object => {
	const {name, namespace} = metadataOf(object);
	const containers = fieldOf(object, 'containers');
	if (!Array.isArray(containers)) return undefined;
	return usageOf(object, name && `${namespace}/${name}`, containers);
};

/** A NodeMetrics, under its name. */
export const nodeUsage: ReadUsage = object => usageOf(object, metadataOf(object).name, [object]);

/** Half a sum would be a wrong number, so one unreadable figure makes the whole unknown. */
function usageOf(object: unknown, key: string, measured: readonly unknown[]): ReturnType<ReadUsage> {
	const measuredAt = timeOf(textFieldOf(object, 'timestamp'));
	if (key === '' || measuredAt === undefined || measured.length === 0) return undefined;
	let [cpu, memory] = [0, 0];
	for (const one of measured) {
		const usage = fieldOf(one, 'usage');
		const [cores, bytes] = [parseQuantity(fieldOf(usage, 'cpu')), parseQuantity(fieldOf(usage, 'memory'))];
		if (cores === undefined || bytes === undefined) return undefined;
		cpu += cores;
		memory += bytes;
	}
	return {key, usage: {cpu, memory, measuredAt}};
}
