import {afterEach} from 'vitest';
import {drive, type Drive} from './drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

/** The story at its moment: the api has a broken release, the worker crashes … It is stopped after the test. */
export async function start(
	scenario = 'bad-rollout',
	options: Partial<Parameters<typeof drive>[0]> = {},
): Promise<Drive> {
	open = await drive({scenario, ...options});
	await open.advance(60_000);
	return open;
}

/** Opens a list by its word, and a text of the first row in it. */
export async function read(app: Drive, list: string, key: 'd' | 'y'): Promise<void> {
	app.type(`:${list}\r`);
	await app.settle();
	app.press(key);
	await app.settle();
}

export const screen = (app: Drive): string => app.text().join('\n');
