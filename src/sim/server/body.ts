import type {IncomingMessage} from 'node:http';
import {isObject, type JsonObject} from '../json.ts';
import type {KubeObject} from '../objects.ts';
import {badRequest, Refusal, unsupportedMediaType} from '../refusal.ts';

/** As the real API server: 3 MB. */
const BYTES_MAX = 3 * 1024 * 1024;

/** The body of a request as JSON; undefined when there is none. Throws a Refusal for other types, too much and nonsense. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
	if (!/json|^$/.test(request.headers['content-type'] ?? '')) throw unsupportedMediaType();
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request) {
		const part = Buffer.from(chunk as Uint8Array);
		bytes += part.length;
		if (bytes > BYTES_MAX)
			throw new Refusal(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BYTES_MAX}`);
		chunks.push(part);
	}
	const text = Buffer.concat(chunks).toString();
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch (error) {
		throw badRequest(`couldn't get version/kind; json parse error: ${String(error)}`);
	}
}

/** The value as an object of the API: one with metadata whose names are text. Throws a Refusal otherwise. */
export function asObject(value: unknown): KubeObject {
	if (!isObject(value))
		throw badRequest(
			'the body of the request was in an unknown format - accepted media types include: application/json',
		);
	const metadata: JsonObject = isObject(value['metadata']) ? value['metadata'] : {};
	for (const field of ['name', 'namespace', 'generateName', 'resourceVersion']) {
		if (metadata[field] !== undefined && typeof metadata[field] !== 'string') {
			throw badRequest(
				`json: cannot unmarshal non-string into Go struct field ObjectMeta.metadata.${field} of type string`,
			);
		}
	}
	return {...value, metadata: {...metadata, name: typeof metadata['name'] === 'string' ? metadata['name'] : ''}};
}
