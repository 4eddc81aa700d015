import {describe, expect, test} from 'vitest';
import type {LogFormatExamples, ParsedLine} from '../../src/telemetry/contract.ts';
import {cleanLine} from '../../src/telemetry/line/clean.ts';
import {logFormats} from '../../src/telemetry/log-formats.ts';

const shelf = await Promise.all(
	logFormats.map(async format => {
		const module = (await import(`../../src/telemetry/log-formats/${format.id}/examples.ts`)) as {
			default: LogFormatExamples;
		};
		return {...format, examples: module.default};
	}),
);

const inOrder = shelf.toSorted((a, b) => a.rank - b.rank);

function readAs(text: string): {readonly id: string; readonly line: ParsedLine} | undefined {
	for (const {id, parse} of inOrder) {
		const line = parse(text);
		if (line !== undefined) return {id, line};
	}
	return undefined;
}

test('every rank is taken once, so that the order is certain', () => {
	expect(new Set(shelf.map(({rank}) => rank)).size).toBe(shelf.length);
});

describe.each(shelf)('$id', format => {
	const {lines, others} = format.examples;

	test('it has examples, of itself and of others', () => {
		expect(lines.length).toBeGreaterThan(0);
		expect(others.length).toBeGreaterThan(0);
	});

	test.each([...lines])('$text', ({text, request, fields, ...said}) => {
		const plain = cleanLine(text);
		const found = readAs(plain);
		expect({id: found?.id, ...found?.line}).toMatchObject({id: format.id, ...said});
		expect(found?.line.request !== undefined).toBe(request !== undefined);
		expect(found?.line.request ?? {}).toMatchObject(request ?? {});
		const all = format.fields(plain);
		expect(all.length).toBeGreaterThan(0);
		expect(Object.fromEntries(all)).toMatchObject(fields ?? {});
		expect(format.timing?.fix.length).not.toBe(0);
	});

	test.each([...others])('not %s', text => {
		expect(readAs(cleanLine(text))?.id).not.toBe(format.id);
	});
});
