import {expect, test} from 'vitest';
import {
	currentCommand,
	NO_HISTORY,
	remember,
	step,
	toggle,
	type CommandHistory,
} from '../../../src/ui/prompt/command-history.ts';

function run(keys: readonly string[]): CommandHistory {
	return keys.reduce((history, key) => {
		if (key === '[') return step(history, -1);
		if (key === ']') return step(history, 1);
		return key === '-' ? toggle(history) : remember(history, key);
	}, NO_HISTORY);
}

test.each([
	['nothing yet', ['[', ']', '-'], undefined],
	['the last command', ['po', 'dp'], 'dp'],
	['back', ['po', 'dp', '['], 'po'],
	['back at the start stays', ['po', 'dp', '[', '['], 'po'],
	['forward again', ['po', 'dp', '[', ']'], 'dp'],
	['forward at the end stays', ['po', ']'], 'po'],
	['the previous one', ['po', 'dp', '-'], 'po'],
	['the previous one twice', ['po', 'dp', '-', '-'], 'dp'],
	['the previous one after going back', ['po', 'dp', 'svc', '[', '-'], 'svc'],
	['a new command forgets what lay ahead', ['po', 'dp', '[', 'svc', ']'], 'svc'],
	['the previous of a new command is where it was given', ['po', 'dp', '[', 'svc', '-'], 'po'],
	['the same command again is no new step', ['po', 'dp', 'dp', '['], 'po'],
])('%s', (_, keys, current) => {
	expect(currentCommand(run(keys))).toBe(current);
});

test('a hundred are kept', () => {
	const history = run(Array.from({length: 1000}, (_, index) => `po ns-${index}`));
	expect([history.entries.length, history.at, history.before, currentCommand(history)]).toEqual([
		100,
		99,
		98,
		'po ns-999',
	]);
});
