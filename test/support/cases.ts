import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';

/** A situation recorded from a real cluster. */
export interface RecordedCase {
	readonly id: string;
	/** A file of the recording as text; undefined when this case has none. */
	read(file: string): string | undefined;
	/** What was listed of a kind at the end, by its file's name: `pods`, `deployments` … */
	objects(plural: string): readonly unknown[];
	/** `expect.json`: what is true about it. */
	readonly expected: Expected;
	/** The ends of the logs, by `pod/container`; those of the runs before where there are some. */
	logs(): Readonly<Record<string, string>>;
	/** The logs of the containers that ran at the end, by `pod/container`. */
	running(): Readonly<Record<string, string>>;
	/** When it was recorded, milliseconds since 1970. */
	readonly at: number;
	/** Every object of every watch since the beginning, with its kind as the object names it. */
	history(): readonly Recorded[];
}

/** One event of a watch. */
export interface Recorded {
	/** Seconds since the start of the recording. */
	readonly t: number;
	readonly kind: string;
	/** `ADDED`, `MODIFIED` or `DELETED`. */
	readonly type: string;
	/** On the first line, of kind `Meta`: `epoch`, when the recording began, seconds since 1970. */
	readonly object: unknown;
}

export interface Expected {
	readonly namespace: string;
	readonly healthy: boolean;
	readonly cause: string;
	/** Kind/namespace/name of what may be blamed. */
	readonly objects_ok: readonly string[];
	readonly must_mention: readonly string[];
	readonly must_not_mention?: readonly string[];
	readonly severity_ok: readonly string[];
	readonly next?: readonly string[];
}

/** The recorded cases: in the folder DOGWATCH_CASES, or beside this clone in ../shared/cases. */
export function findCases(): readonly RecordedCase[] | {readonly skipped: string} {
	const folder = casesFolder();
	if (!existsSync(folder)) return {skipped: `there are no recorded cases in ${folder}: set DOGWATCH_CASES`};
	const ids = readdirSync(folder, {withFileTypes: true}).filter(entry => entry.isDirectory());
	return ids.map(({name}) => recordedCase(name, path.join(folder, name, 'recorded')));
}

/** Where they are, if they are. */
export function casesFolder(): string {
	return process.env['DOGWATCH_CASES'] ?? path.join(import.meta.dirname, '../../../shared/cases');
}

function recordedCase(id: string, folder: string): RecordedCase {
	const read = (file: string): string | undefined => {
		const full = path.join(folder, file);
		return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
	};
	return {
		id,
		read,
		expected: JSON.parse(readFileSync(path.join(folder, '../expect.json'), 'utf8')) as Expected,
		at: (JSON.parse(read('meta.json') ?? '{}') as {at: number}).at * 1000,
		logs() {
			const logs: Record<string, string> = {};
			// The longer name comes after the shorter one, and replaces it.
			for (const name of readdirSync(path.join(folder, 'logs')).toSorted((a, b) => a.length - b.length)) {
				const [target = ''] = name.split(/(?:\.previous)?\.log$/);
				const cut = target.lastIndexOf('.');
				const text = read(`logs/${name}`) ?? '';
				if (!name.endsWith('.log') || cut === -1) continue;
				// The kubelet had thrown the run before away, and says so in its place.
				if (name.endsWith('.previous.log') && text.startsWith('unable to retrieve container logs')) continue;
				logs[`${target.slice(0, cut)}/${target.slice(cut + 1)}`] = text;
			}
			return logs;
		},
		running() {
			const names = readdirSync(path.join(folder, 'logs')).filter(name => /(?<!\.previous)\.log$/.test(name));
			return Object.fromEntries(
				names.map(name => {
					const target = name.slice(0, -'.log'.length);
					const cut = target.lastIndexOf('.');
					return [`${target.slice(0, cut)}/${target.slice(cut + 1)}`, read(`logs/${name}`) ?? ''];
				}),
			);
		},
		objects: plural => (JSON.parse(read(`${plural}.json`) ?? '{"items": []}') as {items: unknown[]}).items,
		history() {
			const lines = gunzipSync(readFileSync(path.join(folder, 'watch.jsonl.gz')))
				.toString()
				.split('\n');
			return lines.filter(line => line !== '').map(line => JSON.parse(line) as Recorded);
		},
	};
}
