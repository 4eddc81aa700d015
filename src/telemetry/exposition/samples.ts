import type {NamedSample, Samples} from '../contract.ts';
import {type KnownName, plainName} from './name-index.ts';
import type {Sample} from './sample.ts';

/** Sorts samples by the names that they stand for. */
export function samplesByName(samples: readonly Sample[], nameOf: (exposed: string) => KnownName | undefined): Samples {
	const byName = new Map<string, NamedSample[]>();
	for (const {name: exposed, labels, value, timestampMs} of samples) {
		const known = nameOf(exposed);
		if (known === undefined) continue;
		const measuredAt = timestampMs !== undefined && timestampMs > 0 ? timestampMs : undefined;
		const sample = {prefix: known.prefix, labels: plainLabels(labels), value, timestampMs: measuredAt};
		const list = byName.get(known.name);
		if (list === undefined) byName.set(known.name, [sample]);
		else list.push(sample);
	}
	return {of: name => byName.get(name) ?? []};
}

function plainLabels(labels: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	for (const name of labels.keys())
		if (/\W/.test(name)) return new Map([...labels].map(([label, value]) => [plainName(label), value]));
	return labels;
}

/** The value of the first of these labels that the sample has; empty when it has none. */
export function labelOf({labels}: NamedSample, names: readonly string[]): string {
	for (const name of names) {
		const value = labels.get(name);
		if (value !== undefined && value !== '') return value;
	}
	return '';
}

/** Samples by their names and a key, such as the server that they are about. */
export function groupSamples(
	samples: Samples,
	names: readonly string[],
	keyOf: (sample: NamedSample) => string,
): {readonly keys: readonly string[]; of(name: string, key: string): readonly NamedSample[]} {
	const groups = new Map(names.map(name => [name, Map.groupBy(samples.of(name), keyOf)]));
	return {
		keys: [...new Set([...groups.values()].flatMap(group => [...group.keys()]))],
		of: (name, key) => groups.get(name)?.get(key) ?? [],
	};
}

/** A number of things: undefined when the value is not one. Metrics that nobody has set yet are NaN or, by some, -1. */
export function countIn(value: number): number | undefined {
	return value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
