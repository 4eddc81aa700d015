import {afterEach, describe, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

const start = async (before?: (sim: Drive['sim']) => void): Promise<Drive> => {
	open = await drive({scenario: 'calm', ...(before !== undefined && {before})});
	return open;
};

/** What we send ourselves: cursor and colours, erasing, our modes. Everything else would be somebody else's. */
const OURS = /\u001B\[(?:[\d;]*[HGJKmCX]|\?(?:2026|25)[hl])/g;

describe('trouble with the connection never ends the program', () => {
	test.each(['clean', 'reset', 'mid-line'] as const)(
		'watches that end (%s) are opened again, and nothing is missed',
		async how => {
			const app = await start();
			app.sim.faults.cutWatches(how);
			app.sim.patch('deployments', 'shop', 'mailer', {spec: {replicas: 4}});
			await app.advance(30_000);
			expect(app.text().join('\n')).toMatch(/mailer +✔ +4\/4/);
			expect(app.text()[0]).toMatch(/● live$/);
		},
	);

	test('a history that is gone is listed anew', async () => {
		const app = await start();
		app.sim.patch('deployments', 'shop', 'mailer', {spec: {replicas: 4}});
		app.sim.faults.expireHistory();
		app.sim.faults.cutWatches('reset');
		await app.advance(30_000);
		expect(app.text().join('\n')).toMatch(/mailer +✔ +4\/4/);
	});

	test('kinds that may not be read are named, and the rest works', async () => {
		// Some kinds are watched in the background from the first moment: rights are missing from then on.
		const app = await start(sim => sim.faults.forbid('*', 'nodes'));
		app.type(':no\r');
		await app.settle();
		expect(app.text()[0]).toMatch(/no right to list nodes$/);
		expect(app.text().join('\n')).toMatch(/no right to list nodes/);
		app.press('esc');
		expect(app.text().join('\n')).toMatch(/api +✔ +3\/3/);
	});

	test('rights that are missing stay named in another namespace, until it answers', async () => {
		const app = await start(sim => sim.faults.forbid('*', 'events', 'shop'));
		expect(app.text()[0]).toMatch(/● live · no right to list events in shop$/);
		app.press('0');
		expect(app.text()[0]).toMatch(/◐ connecting · no right to list events in shop$/);
		await app.settle();
		expect(app.text()[0]).toMatch(/● live$/);
	});

	test.each([
		['a login that has ended', {status: 401}, /✖ 401: log in again for \d+s · (retry in \d+s|trying)$/],
		['a server in trouble', {status: 500}, /✖ server error for \d+s.* · (retry in \d+s|trying)$/],
		[
			'too many requests',
			{status: 429, headers: {'Retry-After': '5'}},
			/throttled by the server for \d+s · (retry in \d+s|trying)$/,
		],
		[
			'a page for people',
			{status: 200, headers: {'Content-Type': 'text/html'}, body: '<html>Log in</html>'},
			/not understood for \d+s: .* is not a Kubernetes API server/,
		],
	])('%s leaves its rows, says what and since when, and passes', async (_name, answer, words) => {
		const app = await start();
		app.sim.faults.answer({path: '/', times: Infinity, ...answer});
		app.sim.faults.cutWatches('reset');
		await app.pass(3000);
		expect(app.text()[0]).toMatch(words);
		expect(app.text().join('\n')).toMatch(/api +✔ +3\/3/);
		app.sim.faults.clear();
		await app.advance(60_000);
		expect(app.text()[0]).toMatch(/● live$/);
	});

	test('a server that is gone leaves its rows, says what and when, and is found again', async () => {
		const app = await start();
		const rows = app.text().slice(2, 7);
		await app.sim.faults.refuse();
		app.app.session.retryNow();
		await app.pass(20_000);
		expect(app.text()[0]).toMatch(/(refused|unreachable).* · (retry in \d+s|trying)/);
		expect(
			app
				.text()
				.slice(2, 7)
				.map(row => row.slice(0, 20)),
		).toEqual(rows.map(row => row.slice(0, 20)));
		await app.sim.faults.accept();
		await app.advance(60_000);
		expect(app.text()[0]).toMatch(/● live$/);
	});
});

test('a server that falls silent has been silent since it was heard last, whoever notices it', async () => {
	const app = await start();
	app.sim.faults.hang('/', Infinity);
	// The probe is the first to notice; lists that are asked for now give up later, and try again.
	app.type('0');
	const seconds: number[] = [];
	for (let at = 0; at < 160; at += 4) {
		await app.pass(4000);
		const [, age] = /for (\S+) ·/.exec(app.text()[0] ?? '') ?? [];
		if (age !== undefined) seconds.push(secondsIn(age));
	}
	expect(seconds.at(-1)).toBeGreaterThan(150);
	expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
});

/** `95s`, `2m40s`. */
function secondsIn(age: string): number {
	const [, minutes = '0', seconds = '0'] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(age) ?? [];
	return Number(minutes) * 60 + Number(seconds);
}

describe('what others wrote does no harm', () => {
	const HOSTILE = '\u001B]0;owned\u0007\u001B[2J\u202Eevil\u0000\u009B31m';

	test('no sequence of an object reaches the terminal', async () => {
		const app = await start();
		app.sim.apply({
			apiVersion: 'v1',
			kind: 'Event',
			metadata: {name: 'x.1', namespace: 'shop', annotations: {note: HOSTILE}},
			involvedObject: {kind: 'Pod', name: HOSTILE, namespace: 'shop'},
			reason: HOSTILE,
			message: HOSTILE.repeat(2000),
			type: 'Warning',
			count: 1,
			lastTimestamp: '2026-11-24T12:00:00Z',
		});
		app.type(':ev\r');
		await app.advance(1000);
		expect(app.text().join('\n')).toContain('evil');
		const rest = app.sent().replaceAll(OURS, '');
		expect(
			[...rest].filter(character => character < ' ' || (character >= '\u007F' && character < '\u00A0')),
		).toEqual([]);
		expect(rest).not.toContain('\u202E');
	});

	test('a pod without a status is a row like others', async () => {
		const app = await start();
		const metadata = {name: 'bare', namespace: 'shop', uid: 'bare', resourceVersion: '1'};
		const bare = {apiVersion: 'v1', kind: 'Pod', metadata, spec: {containers: [{name: 'app'}]}};
		app.sim.faults.sendLine(JSON.stringify({type: 'ADDED', object: bare}));
		app.type(':po\r');
		await app.settle();
		expect(app.text()[0]).toMatch(/pods 15/);
		expect(app.text().join('\n')).toMatch(/!▸bare +0\/1 +–/);
	});

	test('an object of a megabyte is a row like others', async () => {
		const app = await start();
		const [pod] = app.sim.list('pods', 'shop');
		app.sim.faults.swell('pods', 'shop', String(pod?.metadata.name));
		app.type(':po\r');
		await app.advance(1000);
		expect(app.text()[0]).toMatch(/pods 14/);
	});
});
