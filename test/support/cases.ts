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
	/** Every object of every watch since the beginning, with its kind as the object names it. */
	history(): readonly {readonly kind: string; readonly object: unknown}[];
}

/** The recorded cases: in the folder DOGWATCH_CASES, or beside this clone in ../shared/cases. */
export function findCases(): readonly RecordedCase[] | {readonly skipped: string} {
	const folder = process.env['DOGWATCH_CASES'] ?? path.join(import.meta.dirname, '../../../shared/cases');
	if (!existsSync(folder)) return {skipped: `there are no recorded cases in ${folder}: set DOGWATCH_CASES`};
	const ids = readdirSync(folder, {withFileTypes: true}).filter(entry => entry.isDirectory());
	return ids.map(({name}) => recordedCase(name, path.join(folder, name, 'recorded')));
}

function recordedCase(id: string, folder: string): RecordedCase {
	const read = (file: string): string | undefined => {
		const full = path.join(folder, file);
		return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
	};
	return {
		id,
		read,
		objects: plural => (JSON.parse(read(`${plural}.json`) ?? '{"items": []}') as {items: unknown[]}).items,
		history() {
			const lines = gunzipSync(readFileSync(path.join(folder, 'watch.jsonl.gz')))
				.toString()
				.split('\n');
			return lines.filter(line => line !== '').map(line => JSON.parse(line) as {kind: string; object: unknown});
		},
	};
}
