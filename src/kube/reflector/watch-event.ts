import {fieldOf, parseJson} from './json.ts';
import {createValueScan, scanValue, textOf} from './value-scan.ts';

/** Reads a line of a watch, `{"type":"ADDED","object":{…}}` (k8s.io/apimachinery `meta/v1` WatchEvent), without its managed fields. Undefined when it is none. */
export function parseWatchEvent(line: Buffer): {readonly type: string; readonly object: unknown} | undefined {
	const scan = createValueScan(2);
	const whole = scanValue(line, 0, scan);
	const event = parseJson(whole ? textOf(line, 0, scan) : '');
	const type = fieldOf(event, 'type');
	return typeof type === 'string' ? {type, object: fieldOf(event, 'object')} : undefined;
}
