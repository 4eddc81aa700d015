import {describe, expect, test} from 'vitest';
import {ExpectedFailure} from '../../src/lib/failure.ts';
import {settingsOf} from '../../src/modes/settings.ts';

describe('settings', () => {
	test.each([
		[{}, {linesKept: undefined, slowMs: undefined}],
		[
			{'slow-request': '500ms', 'log-lines': '1000'},
			{linesKept: 1000, slowMs: 500},
		],
		[{'slow-request': '1.5s'}, {linesKept: undefined, slowMs: 1500}],
	])('%j', (flags, expected) => {
		expect(settingsOf(flags)).toEqual(expected);
	});

	test.each([
		[{'slow-request': '1'}, '--slow-request: "1" is no time: write 1s or 500ms'],
		[{'slow-request': '0s'}, '--slow-request: "0s" is no time: write 1s or 500ms'],
		[{'log-lines': '0'}, '--log-lines: "0" is no number of lines from 1 to 1000000'],
		[{'log-lines': 'many'}, '--log-lines: "many" is no number of lines from 1 to 1000000'],
	])('%j is refused with one sentence', (flags, message) => {
		expect(() => settingsOf(flags)).toThrow(new ExpectedFailure(message));
	});
});
