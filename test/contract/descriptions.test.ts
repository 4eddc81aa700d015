import {describe, expect, test} from 'vitest';
import {descriptions} from '../../src/describe/descriptions.ts';
import type {DescriptionExample} from '../../src/describe/example.ts';
import {kindById} from '../../src/kinds/lookup.ts';
import {hostileVariants} from '../support/hostile.ts';
import {knownOf, tell, tellOne} from '../support/tell.ts';

const shelf = await Promise.all(
	descriptions.map(async ({id}) => {
		const module = (await import(`../../src/describe/entries/${id}/examples.ts`)) as {
			default: readonly DescriptionExample[];
		};
		return {id, examples: module.default};
	}),
);

test('each kind has at most one description, and each description a kind', () => {
	const ids = descriptions.map(({id}) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.filter(id => kindById(id) === undefined)).toEqual([]);
});

describe.each(shelf)('$id', ({id, examples}) => {
	test('it has examples of its own kind', () => {
		expect(examples.length).toBeGreaterThan(0);
		expect(examples.filter(({object}) => object.kind !== kindById(id)?.objectKind)).toEqual([]);
	});

	test.each([...examples])('$name', example => {
		const lines = tell(example);
		const said = lines.map(narrowed);
		const wanted = example.says.map(narrowed);
		// Shown whole when it fails, so that one sees what is said instead.
		expect({said: said.filter(line => wanted.includes(line)), lines}).toEqual({said: wanted, lines});
		expect((example.hides ?? []).filter(text => lines.join('\n').includes(text))).toEqual([]);
	});

	test('no value of any example can be replaced by one that breaks it, or that a terminal would obey', () => {
		const bad: string[] = [];
		let tried = 0;
		// The first ones are the richest; a pod has thousands of variants.
		for (const example of examples.slice(0, 2)) {
			const known = knownOf(example);
			for (const {path, value, object} of hostileVariants(example.object)) {
				tried += 1;
				const text = tellOne(example.object.kind, object, known).join('\n');
				const found = ODD.exec(text);
				if (found !== null)
					bad.push(
						`${path} = ${JSON.stringify(value)?.slice(0, 40)}: ${text.slice(found.index - 60, found.index + 100)}`,
					);
			}
		}
		expect(bad.slice(0, 10)).toEqual([]);
		expect(tried).toBeGreaterThan(100);
	});
});

/** The label is in its column; how wide the others are depends on what is in them. */
function narrowed(line: string): string {
	return line.slice(0, 16) + line.slice(16).replaceAll(/ {2,}/g, '  ');
}

/** What no line may say, nor a terminal get. */
const ODD = /BROKEN.{0,200}|undefined|NaN|\[object|[\0-\x09\x0B-\x1F\x7F-\x9F\u202E]/;
