import {copyOf, fieldOf, isEqual, isObject, setField, type JsonObject} from '../json.ts';
import {badRequest, rejected} from '../refusal.ts';

/** RFC 7396: null removes, objects merge, everything else replaces. Returns a new object. */
export function mergePatch(target: unknown, patch: JsonObject): JsonObject {
	const result: JsonObject = isObject(target) ? {...target} : {};
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) delete result[key];
		else setField(result, key, isObject(value) ? mergePatch(fieldOf(result, key), value) : copyOf(value));
	}
	return result;
}

/**
 * Kubernetes' strategic merge: like a merge patch, but lists of things with names are merged thing by thing (see
 * `LIST_KEYS`), and `$patch` may say `replace` or `delete`.
 */
export function strategicMergePatch(target: unknown, patch: JsonObject): JsonObject {
	const {$patch: directive, ...fields} = patch;
	const result: JsonObject = isObject(target) && directive !== 'replace' ? {...target} : {};
	for (const [key, value] of Object.entries(fields)) {
		if (key.startsWith('$')) continue;
		const old = fieldOf(result, key);
		if (value === null) delete result[key];
		else if (isObject(value)) setField(result, key, strategicMergePatch(old, value));
		else if (Array.isArray(value)) setField(result, key, mergeLists(key, Array.isArray(old) ? old : [], value));
		else setField(result, key, value);
	}
	return result;
}

/** RFC 6902. Throws a Refusal when an operation cannot be done or a test fails. */
export function jsonPatch(target: JsonObject, operations: unknown): JsonObject {
	if (!Array.isArray(operations))
		throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
	if (operations.length > OPERATIONS_MAX) {
		throw badRequest(
			`The allowed maximum operations in a JSON patch is ${OPERATIONS_MAX}, got ${operations.length}`,
		);
	}
	const result: {root: unknown} = {root: copyOf(target)};
	for (const operation of operations) operate(result, isObject(operation) ? operation : {});
	if (!isObject(result.root)) throw rejected();
	return result.root;
}

/** As the API server has it. */
const OPERATIONS_MAX = 10_000;

/** Field of a list → by which field its items are known (patchMergeKey in the Kubernetes API types). */
const LIST_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
	['containers', ['name']],
	['initContainers', ['name']],
	['env', ['name']],
	['volumes', ['name']],
	['volumeMounts', ['mountPath']],
	['ports', ['containerPort', 'port']],
	['conditions', ['type']],
	['ownerReferences', ['uid']],
	['imagePullSecrets', ['name']],
	['hostAliases', ['ip']],
	['topologySpreadConstraints', ['topologyKey']],
]);

function mergeLists(field: string, old: readonly unknown[], patch: readonly unknown[]): unknown[] {
	const key = LIST_KEYS.get(field)?.find(candidate => patch.some(item => isObject(item) && candidate in item));
	if (key === undefined || patch.some(item => isObject(item) && item['$patch'] === 'replace')) {
		return copyOf(patch.filter(item => !(isObject(item) && '$patch' in item)));
	}
	let result = [...old];
	for (const item of patch) {
		if (!isObject(item)) continue;
		const place = result.findIndex(other => isObject(other) && isEqual(other[key], item[key]));
		if (item['$patch'] === 'delete') result = result.filter((_, index) => index !== place);
		else if (place === -1) result.push(strategicMergePatch({}, item));
		else result[place] = strategicMergePatch(result[place], item);
	}
	return result;
}

function operate(document: {root: unknown}, operation: JsonObject): void {
	const {op, path, from, value} = operation;
	if (op === 'add') put(document, path, value, true);
	else if (op === 'replace') {
		if (read(document, path) === undefined) throw rejected();
		put(document, path, value, false);
	} else if (op === 'remove') remove(document, path);
	else if (op === 'copy') put(document, path, copyOf(read(document, from)), true);
	else if (op === 'move') {
		const moved = read(document, from);
		remove(document, from);
		put(document, path, moved, true);
	} else if (op !== 'test' || !isEqual(read(document, path), value)) throw rejected();
}

/** RFC 6901, one step deeper than the document, so that the whole is a field too. */
function stepsOf(path: unknown): string[] {
	if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) throw rejected();
	return [
		'root',
		...path
			.split('/')
			.slice(1)
			.map(step => step.replaceAll('~1', '/').replaceAll('~0', '~')),
	];
}

function childOf(parent: unknown, step: string): unknown {
	if (Array.isArray(parent)) return /^\d+$/.test(step) ? parent[Number(step)] : undefined;
	return isObject(parent) ? fieldOf(parent, step) : undefined;
}

function read(document: {root: unknown}, path: unknown): unknown {
	let value: unknown = document;
	for (const step of stepsOf(path)) value = childOf(value, step);
	return value;
}

function placeOf(document: {root: unknown}, path: unknown): {parent: unknown; last: string} {
	const steps = stepsOf(path);
	const last = steps.pop() ?? '';
	let parent: unknown = document;
	for (const step of steps) parent = childOf(parent, step);
	return {parent, last};
}

function put(document: {root: unknown}, path: unknown, value: unknown, inserts: boolean): void {
	const {parent, last} = placeOf(document, path);
	if (Array.isArray(parent)) {
		const index = last === '-' ? parent.length : Number(last);
		if (!Number.isInteger(index) || index < 0 || index > parent.length) throw rejected();
		parent.splice(index, inserts ? 0 : 1, copyOf(value));
	} else if (isObject(parent)) setField(parent, last, copyOf(value));
	else throw rejected();
}

function remove(document: {root: unknown}, path: unknown): void {
	const {parent, last} = placeOf(document, path);
	if (childOf(parent, last) === undefined) throw rejected();
	if (Array.isArray(parent)) parent.splice(Number(last), 1);
	else if (isObject(parent)) delete parent[last];
}
