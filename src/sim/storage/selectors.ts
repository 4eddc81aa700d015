import {fieldOf, isObject} from '../json.ts';
import type {KubeObject, Selector} from '../objects.ts';
import {badRequest} from '../refusal.ts';
import type {Resource} from '../resources.ts';

export type Matches = (object: KubeObject) => boolean;

/** `app=api,tier!=db,env in (a,b),env notin (c),canary,!old`. Throws a Refusal when it cannot be read. */
export function parseLabelSelector(text: string): Matches {
	const requirements = splitOutside(text).map(parseRequirement);
	return object => requirements.every(fits => fits(object.metadata.labels ?? {}));
}

/** `metadata.name=a,spec.nodeName!=b`. Throws a Refusal for fields that the real API does not select by either. */
export function parseFieldSelector(text: string, resource: Resource): Matches {
	const terms = text
		.split(',')
		.filter(term => term !== '')
		.map(term => {
			const match = /^([^!=]+)(==|=|!=)(.*)$/.exec(term);
			const [, path = '', operator, value = ''] = match ?? [];
			if (match === null) throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
			if (!isSelectable(resource, path)) throw badRequest(`field label not supported: ${path}`);
			return (object: KubeObject): boolean => (textAt(object, path) === value) === (operator !== '!=');
		});
	return object => terms.every(fits => fits(object));
}

/** A selector that selects nothing when it is missing, as workloads have it. */
export function selects(selector: Selector | undefined, labels: Readonly<Record<string, string>> = {}): boolean {
	if (selector === undefined) return false;
	return (
		Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
		(selector.matchExpressions ?? []).every(({key, operator, values = []}) =>
			fitsExpression(labels[key], operator, values),
		)
	);
}

/** The selector as text, as the scale subresource shows it. */
export function selectorText(selector: Selector | undefined): string {
	const equal = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
	const others = (selector?.matchExpressions ?? []).map(({key, operator, values = []}) =>
		operator === 'Exists'
			? key
			: operator === 'DoesNotExist'
				? `!${key}`
				: `${key} ${operator.toLowerCase()} (${values.join(',')})`,
	);
	return [...equal, ...others].join(',');
}

type FitsLabels = (labels: Readonly<Record<string, string>>) => boolean;

const KEY = String.raw`([A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)`;
const VALUE = String.raw`([-A-Za-z0-9_.]*)`;

function parseRequirement(text: string): FitsLabels {
	const equality = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*${VALUE}$`).exec(text);
	if (equality !== null) {
		const [, key = '', operator, value = ''] = equality;
		return labels => (fieldOf(labels, key) === value) === (operator !== '!=');
	}
	const membership = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`).exec(text);
	if (membership !== null) {
		const [, key = '', operator = '', list = ''] = membership;
		const values = list.split(',').map(value => value.trim());
		return labels => fitsExpression(labels[key], operator === 'in' ? 'In' : 'NotIn', values);
	}
	const presence = new RegExp(`^(!?)\\s*${KEY}$`).exec(text);
	if (presence === null) throw badRequest(`unable to parse requirement: found '${text}', expected: identifier`);
	const [, not, key = ''] = presence;
	return labels => Object.hasOwn(labels, key) === (not === '');
}

function fitsExpression(value: string | undefined, operator: string, values: readonly string[]): boolean {
	if (operator === 'In') return value !== undefined && values.includes(value);
	if (operator === 'NotIn') return value === undefined || !values.includes(value);
	return operator === 'Exists' ? value !== undefined : value === undefined;
}

/** Splits at commas that are not inside brackets. */
function splitOutside(text: string): string[] {
	return text
		.split(/,(?![^(]*\))/)
		.map(part => part.trim())
		.filter(part => part !== '');
}

const SELECTABLE: ReadonlyMap<string, readonly string[]> = new Map([
	[
		'pods',
		[
			'spec.nodeName',
			'spec.restartPolicy',
			'spec.schedulerName',
			'spec.serviceAccountName',
			'status.phase',
			'status.podIP',
		],
	],
	['nodes', ['spec.unschedulable']],
	['namespaces', ['status.phase']],
	['secrets', ['type']],
	['replicasets', ['status.replicas']],
	['jobs', ['status.successful']],
	[
		'events',
		[
			...['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].map(
				name => `involvedObject.${name}`,
			),
			'reason',
			'reportingComponent',
			'source',
			'type',
		],
	],
]);

function isSelectable(resource: Resource, path: string): boolean {
	if (path === 'metadata.name') return true;
	if (path === 'metadata.namespace') return resource.namespaced;
	return SELECTABLE.get(resource.plural)?.includes(path) ?? false;
}

/** The field as text; an event's `source` is the component in it. */
function textAt(object: KubeObject, path: string): string {
	let value: unknown = object;
	for (const step of path.split('.')) value = isObject(value) ? fieldOf(value, step) : undefined;
	if (path === 'source' && isObject(value)) value = value['component'];
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
