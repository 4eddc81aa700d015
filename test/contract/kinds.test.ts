import {describe, expect, test} from 'vitest';
import type {Facts, Kind} from '../../src/kinds/contract.ts';
import {EXAMPLES_NOW, type KindExample} from '../../src/kinds/example.ts';
import {kinds} from '../../src/kinds/index.ts';
import {kindById, kindOf} from '../../src/kinds/lookup.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {Row} from '../../src/model/row.ts';
import {hostileVariants} from '../support/hostile.ts';

/** Everything that can be asked of a row, as a table would ask it. */
function everything(kind: Kind, row: Row, facts: Facts) {
	const cells = kind.columns.map(column => {
		column.tone?.(row, facts);
		return [column.id, column.value(row, facts), column.sort?.(row, facts) ?? ''] as const;
	});
	return {cells, mark: kind.mark(row, facts), drill: kind.drill(row)};
}

function factsOf({now = EXAMPLES_NOW, usage, restarts = {count: 0, atLeast: false}}: Partial<KindExample>): Facts {
	const none = (): undefined => undefined;
	return {
		now: Date.parse(now),
		usageOf: () => usage,
		restartsOf: () => restarts,
		trafficOf: none,
		connectionsOf: none,
	};
}

function project(kind: Kind, object: unknown): Row {
	return kind.project(object as never, createIntern());
}

async function examplesOf(kind: Kind): Promise<readonly KindExample[]> {
	const module = (await import(`../../src/kinds/entries/${kind.id}/examples.ts`)) as {
		default: readonly KindExample[];
	};
	return module.default;
}

const shelf = await Promise.all(kinds.map(async kind => ({kind, id: kind.id, examples: await examplesOf(kind)})));

test('the shelf holds the eighteen kinds', () => {
	expect(kinds.map(kind => kind.id)).toEqual([
		'configmap',
		'controllerrevision',
		'cronjob',
		'daemonset',
		'deployment',
		'endpointslice',
		'event',
		'hpa',
		'ingress',
		'job',
		'namespace',
		'node',
		'persistentvolumeclaim',
		'pod',
		'replicaset',
		'secret',
		'service',
		'statefulset',
	]);
});

test('no word means two kinds', () => {
	const words = kinds.flatMap(kind => [
		...new Set([kind.id, kind.plural, kind.objectKind.toLowerCase(), ...kind.aliases]),
	]);
	expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
	expect(words.filter(word => word !== word.toLowerCase() || word.includes(' '))).toEqual([]);
});

test.each([
	['po', 'pod'],
	['PODS', 'pod'],
	['Pod', 'pod'],
	['dp', 'deployment'],
	['deploy', 'deployment'],
	['rs', 'replicaset'],
	['sts', 'statefulset'],
	['ds', 'daemonset'],
	['job', 'job'],
	['cj', 'cronjob'],
	['hpa', 'hpa'],
	['HorizontalPodAutoscaler', 'hpa'],
	['svc', 'service'],
	['eps', 'endpointslice'],
	['ing', 'ingress'],
	['no', 'node'],
	['ns', 'namespace'],
	['ev', 'event'],
	['nothing', undefined],
	['', undefined],
])('%j means %s', (word, id) => {
	expect(kindOf(word)?.id).toBe(id);
	expect(kindById(id ?? word)).toBe(kindOf(word));
});

describe.each(shelf)('$id', ({kind, examples}) => {
	test('its declaration holds together', () => {
		const ids = kind.columns.map(column => column.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain('name');
		expect(ids).toContain(kind.sortedBy.column);
		expect(ids.includes('namespace')).toBe(kind.namespaced);
		expect(kind.columns.find(column => column.id === 'name')?.priority).toBe(1);
		const odd = kind.columns.filter(
			({title, width}) => title !== title.trim() || title === '' || width.min > width.max || width.min < 1,
		);
		expect(odd).toEqual([]);
	});

	test('it has examples, one of which shows the whole row', () => {
		expect(examples.length).toBeGreaterThanOrEqual(kind.id === 'pod' ? 20 : 3);
		const whole = examples.filter(({object, row = {}}) =>
			Object.keys(project(kind, object)).every(field => Object.hasOwn(row, field)),
		);
		expect(whole.length).toBeGreaterThanOrEqual(1);
		expect(new Set(examples.map(example => example.name)).size).toBe(examples.length);
	});

	test.each([...examples])('$name', example => {
		const row = project(kind, example.object);
		const facts = factsOf(example);
		const fields = Object.keys(example.row ?? {});
		const {cells, mark, drill} = everything(kind, row, facts);
		const texts = Object.fromEntries(cells.map(([id, text]) => [id, text]));
		expect({
			row: Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))),
			cells: Object.fromEntries(Object.keys(example.cells ?? {}).map(id => [id, texts[id]])),
			...(example.mark === undefined ? {} : {mark}),
			...(example.drill === undefined ? {} : {drill}),
		}).toStrictEqual({
			row: example.row ?? {},
			cells: example.cells ?? {},
			...(example.mark === undefined ? {} : {mark: example.mark}),
			...(example.drill === undefined ? {} : {drill: example.drill}),
		});
	});

	test('equal parts of two rows are kept once', () => {
		const intern = createIntern();
		const object = examples[0]?.object as never;
		const [first, second] = [kind.project(object, intern), kind.project(structuredClone(object), intern)];
		expect(second).toStrictEqual(first);
		expect(second.labels).toBe(first.labels);
	});

	test('all rows have the same fields in the same order', () => {
		const shapes = [{}, ...examples.map(example => example.object)].map(object =>
			Object.keys(project(kind, object)).join(' '),
		);
		expect([...new Set(shapes)]).toHaveLength(1);
	});

	test.each([
		null,
		5,
		'text',
		true,
		[],
		{},
		{metadata: null},
		{metadata: {name: 'a', uid: 'b'}},
		{spec: 1, status: []},
	])('it makes a row of %j', object => {
		const row = project(kind, object);
		expect(row.kind).toBe(kind.id);
		const {cells} = everything(kind, row, factsOf({}));
		expect(cells.filter(([, text, sort]) => text === '' || Number.isNaN(sort))).toEqual([]);
	});

	test('no value of any example can be replaced by one that makes it throw, or leaves a cell empty', () => {
		const facts = factsOf({usage: {cpu: 0.1, memory: 1e8, measuredAt: 0}, restarts: {count: 2, atLeast: true}});
		const intern = createIntern();
		const bad: string[] = [];
		let tried = 0;
		for (const example of examples) {
			for (const variant of hostileVariants(example.object)) {
				tried += 1;
				const row = kind.project(variant.object as never, intern);
				const {cells} = everything(kind, row, facts);
				for (const [id, text, sort] of cells) {
					if (text === '')
						bad.push(`${id} is empty when ${variant.path} is ${JSON.stringify(variant.value)}`);
					if (/undefined|NaN|\[object/.test(text) || Number.isNaN(sort))
						bad.push(`${id} is ${text} when ${variant.path} is ${JSON.stringify(variant.value)}`);
				}
			}
		}
		expect(bad.slice(0, 10)).toEqual([]);
		expect(tried).toBeGreaterThan(200);
	});
});
