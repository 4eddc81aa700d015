import {afterEach, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

const footer = ({text}: Drive): string | undefined => text().at(-1);

test('the footer tells the keys of the pane that has the focus, which shows that it has it', async () => {
	open = await drive({scenario: 'calm', columns: 80, rows: 24});
	expect(footer(open)).toMatch(/enter open +\/ filter/);
	open.sent();
	open.press('tab');
	// Only what changes is sent.
	expect(open.sent()).toMatch(/WHY/);
	expect(footer(open)).toMatch(/^ enter open +: go to +l logs +tab pane/);
	open.press('?');
	expect(open.text().join('\n')).not.toMatch(/Sort/);
	open.press('esc', 'tab');
	expect(footer(open)).toMatch(/enter open +\/ filter/);
	open.sent();
	open.press('tab', 'tab');
	expect(open.sent()).toMatch(/\u001B\[[\d;]*1m ?SLOW/);
	open.press('tab');
	expect(open.sent()).toMatch(/\u001B\[[\d;]*1m ?TIMELINE/);
});

test('a key that does nothing says so', async () => {
	open = await drive({scenario: 'calm', columns: 80, rows: 24});
	open.press('tab');
	for (const [chord, name] of [
		['/', '/'],
		['A', 'A'],
		['x', 'x'],
		['ctrl+w', 'ctrl-w'],
	] as const) {
		open.press(chord);
		expect(footer(open)).toBe(` ${name} does nothing here: ? lists the keys`);
	}
	open.press('tab');
	expect(footer(open)).toMatch(/enter open +\/ filter/);
	open.type(':po\r');
	open.press('tab');
	expect(footer(open)).toBe(' tab does nothing here: ? lists the keys');
});
