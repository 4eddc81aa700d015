import type {Cluster} from '../contract.ts';
import type {Pod} from '../pod-object.ts';
import {SHOP} from './names.ts';

/** Questions that examples of stories ask about what the api has logged. */

/** A JSON line of the access log. */
interface Noted {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly duration_ms: number;
}

/** The lines of each pod of an image in the last `lastMs`. */
export function linesOf(cluster: Cluster, image: string, lastMs: number): readonly (readonly string[])[] {
	return cluster
		.list('pods', SHOP)
		.map(pod => pod as Pod)
		.filter(({spec}) => spec.containers.some(container => container.image.includes(image)))
		.map(({metadata}) => cluster.log(SHOP, metadata.name, lastMs));
}

/** How many lines of all pods of an image fit. */
export function countOf(cluster: Cluster, image: string, lastMs: number, pattern: RegExp): number {
	return linesOf(cluster, image, lastMs)
		.flat()
		.filter(line => pattern.test(line)).length;
}

/** In milliseconds, that which 95 of 100 requests do not exceed; 0 when none is noted. */
export function p95Of(cluster: Cluster, image: string, lastMs: number, path: RegExp): number {
	const durations = notedOf(cluster, image, lastMs, path)
		.map(noted => noted.duration_ms)
		.toSorted((a, b) => a - b);
	return durations[Math.ceil(durations.length * 0.95) - 1] ?? 0;
}

/** Which share of the requests was answered with 5xx. */
export function failedShareOf(cluster: Cluster, image: string, lastMs: number, path: RegExp): number {
	const noted = notedOf(cluster, image, lastMs, path);
	return noted.filter(({status}) => status >= 500).length / noted.length;
}

function notedOf(cluster: Cluster, image: string, lastMs: number, path: RegExp): readonly Noted[] {
	return linesOf(cluster, image, lastMs)
		.flat()
		.filter(line => line.startsWith('{') && line.includes('"app.access"'))
		.map(line => JSON.parse(line) as Noted)
		.filter(noted => path.test(noted.path));
}
