import type {Job} from './job.ts';
import {describeObject, metadataOf, type ObjectMetadata} from './object-metadata.ts';

/** Projects an object (undefined: it could not be read) into the sink, or names it as a problem. Returns its metadata. */
export function putObject<Row>({project, sink}: Job<Row>, object: unknown): ObjectMetadata {
	const metadata = metadataOf(object);
	if (object === undefined) {
		sink.problem('an object that is no JSON or above 8 MB');
		return metadata;
	}
	let row: Row;
	try {
		// Every stored object has a uid; what has none could never be told apart nor dropped.
		if (metadata.uid === '') throw new TypeError('no uid');
		row = project(object);
	} catch {
		sink.problem(describeObject(metadata));
		return metadata;
	}
	sink.put(row);
	return metadata;
}
