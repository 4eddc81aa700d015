import {fieldOf} from './json.ts';
import {parseObject} from './parse-object.ts';

/** Reads a line of a watch, `{"type":"ADDED","object":{…}}` (k8s.io/apimachinery `meta/v1` WatchEvent). Undefined when it is none. */
export function parseWatchEvent(line: Buffer): {readonly type: string; readonly object: unknown} | undefined {
	const event = parseObject(line);
	const type = fieldOf(event, 'type');
	return typeof type === 'string' ? {type, object: fieldOf(event, 'object')} : undefined;
}
