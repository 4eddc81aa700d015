import {afterEach, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

test('the restarts are those of the service under the cursor, as soon as it stands there', async () => {
	open = await drive({scenario: 'crash-loop', columns: 80, rows: 24});
	await open.advance(60_000);
	expect(open.text().join('\n')).toMatch(/worker-\S+ +worker +exit 1/);
	open.press('j', 'k', 'j');
	const text = open.text().join('\n');
	expect(text).toMatch(/RESTARTS 10m of api/);
	expect(text).toContain('no restarts in the last ten minutes of api');
	expect(text).not.toMatch(/worker-\S+ +worker +exit 1/);
	open.press('k');
	expect(open.text().join('\n')).toMatch(/RESTARTS 10m of worker[^]*worker-\S+ +worker +exit 1/);
});
