import {afterEach, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

const start = async (...options: Parameters<typeof drive>): Promise<Drive> => {
	open = await drive(...options);
	return open;
};

test('the contexts show which one is watched, and the cursor begins there', async () => {
	const app = await start({scenario: 'calm', columns: 60, rows: 15, contexts: ['staging', 'demo', 'alpha']});
	app.type(':ctx\r');
	expect(app.text().slice(1, 5)).toEqual([
		'   CONTEXT    CURRENT',
		'   alpha      –',
		'  ▸demo       ✔',
		'   staging    –',
	]);
	app.press('k');
	expect(app.text()[2]).toBe('  ▸alpha      –');
});

test('enter walks from a service to its pods and their containers, and esc comes back with cursor and filter', async () => {
	const app = await start({scenario: 'calm'});
	app.press('j');
	const home = app.text();
	app.press('enter');
	expect(app.text()[0]).toMatch(/› mailer pods 3/);
	app.press('/');
	app.type('mailer');
	app.press('enter', 'j');
	const pods = app.text();
	app.press('enter');
	expect(app.text()[0]).toMatch(/mailer-\S+ containers 1/);
	app.press('esc');
	expect(app.text()).toEqual(pods);
	app.press('esc', 'esc');
	expect(app.text()).toEqual(home);
});
