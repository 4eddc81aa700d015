import {afterEach, describe, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

const start = async (rows: number): Promise<Drive> => {
	open = await drive({scenario: 'calm', columns: 80, rows});
	open.press('?');
	return open;
};

/** What stands between the borders: the title first. */
const dialog = ({text}: Drive): readonly string[] => text().flatMap(line => /│ (.*?) *│/.exec(line)?.[1] ?? []);
const title = (app: Drive): string | undefined => dialog(app)[0];
/** As its title counts them: every key that comes makes it longer. */
const linesOf = (app: Drive): number => Number(/ of (\d+),/.exec(title(app) ?? '')?.[1]);

describe('the help', () => {
	test('goes by lines, by pages and to the ends, and back at once', async () => {
		const app = await start(24);
		const lines = linesOf(app);
		expect(lines).toBeGreaterThan(40);
		expect(title(app)).toBe(`Keys (1-19 of ${lines}, j k)`);
		app.press('j');
		expect(title(app)).toBe(`Keys (2-20 of ${lines}, j k)`);
		app.press('pagedown');
		expect(title(app)).toBe(`Keys (21-39 of ${lines}, j k)`);
		app.press('ctrl+f', 'j', 'j', 'G');
		expect(title(app)).toBe(`Keys (${lines - 18}-${lines} of ${lines}, j k)`);
		app.press('k');
		expect(title(app)).toBe(`Keys (${lines - 19}-${lines - 1} of ${lines}, j k)`);
		app.press('pageup', 'g');
		expect(title(app)).toBe(`Keys (1-19 of ${lines}, j k)`);
	});

	test('is searched while it is typed, and the search is left before the help', async () => {
		const app = await start(24);
		const lines = linesOf(app);
		app.press('G', '/');
		app.type('sort by c');
		expect(app.text().at(-1)).toBe(' /sort by c');
		expect(dialog(app).filter(line => line !== '')).toEqual([
			'Keys  /sort by c',
			'Sort',
			'  C                sort by CPU',
		]);
		app.press('enter');
		expect(app.text().at(-1)).toMatch(/esc close +\/ search/);
		expect(title(app)).toBe('Keys  /sort by c');
		app.press('esc');
		expect(title(app)).toBe(`Keys (1-19 of ${lines}, j k)`);
		app.press('esc');
		expect(dialog(app)).toEqual([]);
	});

	test('finds keys and groups, says when it finds nothing, and takes a search back', async () => {
		const app = await start(24);
		app.type('/ctrl-w\r');
		expect(
			dialog(app)
				.filter(line => line !== '')
				.slice(1),
		).toEqual(['Show', '  ctrl-w           more columns']);
		app.press('/');
		app.type('x');
		expect(dialog(app)[1]).toBe('nothing matches /ctrl-wx');
		app.press('esc');
		expect(title(app)).toBe('Keys  /ctrl-w');
		app.press('q');
		expect(dialog(app)).toEqual([]);
	});

	test('has a line on the lowest screen that can hold it', async () => {
		const app = await start(5);
		expect(dialog(app)).toEqual(['Go']);
		app.press('j');
		expect(dialog(app)).toEqual(['  enter            open what is below: pods, containers; what was seen']);
		app.resize(80, 7);
		expect(dialog(app)).toHaveLength(3);
		app.press('?');
		expect(dialog(app)).toEqual([]);
	});

	test('is not opened where it cannot be seen: it would take all keys', async () => {
		const app = await start(4);
		app.resize(80, 24);
		expect(dialog(app)).toEqual([]);
		app.resize(80, 4);
		app.press('q');
		app.resize(80, 24);
		expect(dialog(app)).toEqual([]);
	});

	test('keeps inside its text when the screen grows', async () => {
		const app = await start(24);
		app.press('G');
		app.resize(80, 90);
		expect(dialog(app).slice(0, 2)).toEqual(['Keys', 'Go']);
	});
});
