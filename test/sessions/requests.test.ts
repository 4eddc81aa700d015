import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';
import {NOON} from '../support/rows.ts';
import {shopTraffic} from '../support/shop-traffic.ts';
import {pretendTraffic} from '../support/traffic-session.ts';
import {route, traffic} from '../support/traffic.ts';

let app: Drive;
beforeEach(async () => {
	app = await drive({scenario: 'calm', columns: 120, rows: 40});
});
afterEach(() => app.stop());

/** The lines of the screen that it is in, without the blanks at their ends. */
const linesWith = (pattern: RegExp): readonly string[] => app.text().filter(line => pattern.test(line));

async function pretend(by: Parameters<typeof pretendTraffic>[1], because = ''): Promise<void> {
	pretendTraffic(app.app.session, by, because);
	// The next commit brings it to the screen.
	await app.advance(2000);
}

const UNTIMED = traffic({
	formats: ['one-that-nobody-knows'],
	timing: 'none',
	coverage: {read: 2, of: 3},
	since: NOON - 130_000,
	routes: [
		route('GET /a', [], {count: 3000, rate: 10}),
		route('POST /b', [], {count: 60, rate: 0.2, serverErrors: 9}),
		route('GET /\u001B[31m\u202Eevil\u0000', [], {count: 2, rate: 0.007}),
	],
});

describe('the home screen', () => {
	test('tells how many requests a service answers, how slowly, and which routes it is', async () => {
		await pretend({api: shopTraffic()});
		expect(linesWith(/^ +SERVICE .*RPS +P95 +5XX/)).toHaveLength(1);
		expect(linesWith(/^ .▸api +✔ +3\/3 +0 +41 +2\.1s +0\.9%/)).toHaveLength(1);
		expect(linesWith(/SLOW|P95 +MAX|api: /)).toEqual([
			`── SLOW requests >1s 5m ${'─'.repeat(96)}`,
			'     P95    MAX  COUNT  REQ/S  ROUTE                  5XX     P95 NEW / OLD  LAST',
			' !▸ 3.3s   4.3s    240     12  api: GET /items/{id}  2.1%  3.8s / 212ms ×18  11:59:58 api-7f9c5d-x2xkq',
			'   131ms  134ms      0      3  api: POST /orders     0.8%     130ms / 132ms  12:00:00 api-7f9c5d-x2xkq',
		]);
	});

	test('follows the cursor', async () => {
		await pretend({api: shopTraffic(), mailer: traffic({routes: [route('POST /send', [20])]})});
		app.press('j');
		expect(linesWith(/SLOW|no request/)).toEqual([
			`── SLOW requests >1s 5m of mailer ${'─'.repeat(86)}`,
			'   no request over 1s in 5m · <0.1/s from logs · 5xx 0%',
		]);
	});

	test('moves no pane with it', async () => {
		await pretend({api: shopTraffic()});
		const rules = (): readonly number[] => app.text().flatMap((line, row) => (line.startsWith('──') ? [row] : []));
		const before = rules();
		app.press('j', 'j');
		expect(rules()).toEqual(before);
	});

	test('says why it knows nothing', async () => {
		await pretend({}, 'no right to get pods/log in shop');
		expect(linesWith(/no right/)).toEqual(['   no right to get pods/log in shop']);
	});

	test('says that nothing is timed, and shows what is right', async () => {
		await pretend({api: UNTIMED});
		expect(linesWith(/SLOW|GET \/a|POST/)).toEqual([
			expect.stringMatching(/^── SLOW requests · the log carries no duration · enter: the fix ─+$/),
			expect.stringMatching(/– +– +– +10 +api: GET \/a +0%/),
			expect.stringMatching(/✖ +– +– +– +0\.2 +api: POST \/b +15%/),
		]);
	});
});

describe('the page of routes', () => {
	test('opens from the slow route with the cursor on it', async () => {
		await pretend({api: shopTraffic()});
		app.press('tab', 'tab', 'tab', 'tab', 'j', 'enter');
		expect(app.text()[0]).toMatch(/ › shop › api requests 5m 4 /);
		expect(linesWith(/req\/s/)).toEqual([
			'   41 req/s   p50 14ms  p95 2.1s  p99 3.8s  max 4.3s   5xx 0.9%  4xx 0.3%',
			'   rev 42   10 req/s   p50 1.9s  p95 3.8s  p99 4.2s  max 4.3s   5xx 0%  4xx 0%   new',
			'   rev 41   31 req/s   p50 180ms  p95 212ms  p99 215ms  max 216ms   5xx 0%  4xx 0%   old',
		]);
		expect(linesWith(/^...(GET|POST)/)).toEqual([
			' ! GET /items/{id}      12  204ms   3.3s   4.1s   4.3s  2.1%  3.8s / 212ms ×18  ███████████████░ 96%',
			'  ▸POST /orders          3  111ms  131ms  133ms  134ms  0.8%     130ms / 132ms  ░░░░░░░░░░░░░░░░ 2%',
			'   GET /                26   12ms   14ms   14ms   14ms    0%                 –  ░░░░░░░░░░░░░░░░ 2%',
			'   GET /health           5    3ms    4ms    4ms    4ms    0%                 –  probes, not counted',
		]);
	});

	test('is of the service under the cursor with Q, which there turns the window; the cursor stays', async () => {
		await pretend({api: shopTraffic()});
		app.press('Q', 'j');
		const windows = [1, 2, 3].map(() => {
			app.press('Q');
			return /requests (\S+)/.exec(app.text()[0] ?? '')?.[1];
		});
		expect(windows).toEqual(['15m', '1m', '5m']);
		expect(linesWith(/▸/)[0]).toMatch(/▸POST \/orders/);
		app.press('esc');
		expect(linesWith(/SERVICE/)).toHaveLength(1);
	});

	test('another window shows other routes at once', async () => {
		const quiet = route('GET /old', [20]);
		const [old] = [{...quiet, total: {...quiet.total, m5: {...quiet.total.m5, count: 0}}}];
		await pretend({api: shopTraffic({routes: [old, route('GET /new', [30])]})});
		app.press('Q');
		expect(linesWith(/GET \/(old|new)/)).toHaveLength(1);
		app.press('Q');
		expect(linesWith(/GET \/(old|new)/)).toHaveLength(2);
	});

	test.each([':requests api\r', ':routes api\r'])('comes with %j', async command => {
		await pretend({api: shopTraffic()});
		app.type(command);
		expect(app.text()[0]).toMatch(/ › api requests 5m/);
	});

	test('says which log it is from, what is missing in it, and why', async () => {
		await pretend({api: {...UNTIMED, from: 'ingress'}});
		app.press('Q');
		expect(app.text().slice(1, 4)).toEqual([
			'   ~10 req/s   p50 –  p95 –  p99 –  max –   5xx 0.3%  4xx 0%',
			'   the log carries no duration: rates and errors are right',
			"   the last 5m from the ingress's log · read from 2 of 3 pods · only the last 2m10s were read",
		]);
		expect(linesWith(/evil/)[0]).toMatch(/^ {3}GET \/.*evil/);
	});

	test.each([
		['its logs may not be read', 'no right to get pods/log in shop', /^ {3}no right to get pods\/log in shop$/],
		['nobody has begun to', '', /^ {3}the logs of api are not read yet$/],
	])('says that %s', async (_, because, sentence) => {
		await pretend({}, because);
		app.press('Q');
		expect(app.text()[1]).toMatch(sentence);
	});

	test('of what is no service says so', () => {
		app.type(':no\r');
		app.press('Q');
		expect(app.text().at(-1)).toMatch(/^ Node \S+ belongs to no service: `:requests NAME`$/);
	});
});

describe('the page of what adds durations', () => {
	test('opens from the routes of which nothing is timed, and says when it is no longer needed', async () => {
		await pretend({api: UNTIMED});
		app.press('tab', 'tab', 'tab', 'tab', 'enter');
		expect(app.text()[0]).toMatch(/ › api timing /);
		expect(linesWith(/carries no/)).toEqual([
			expect.stringMatching(/the log carries no duration, and no way is known to add it/),
		]);
		await pretend({api: shopTraffic()});
		expect(linesWith(/its requests tell how long they took/)).toHaveLength(1);
	});

	test('comes with :timing', async () => {
		await pretend({api: UNTIMED});
		app.type(':timing api\r');
		expect(app.text()[0]).toMatch(/ › api timing /);
	});
});

describe('the page of a route', () => {
	test('shows how long its requests took, and the slow and failed ones', async () => {
		await pretend({api: shopTraffic()});
		app.press('Q', 'enter');
		expect(app.text()[0]).toMatch(/ › GET \/items\/{id} 2 /);
		expect(linesWith(/rev 4[12] +▁|1ms|STATUS|api-7f9c/)).toEqual([
			expect.stringMatching(/^ {3}rev 42 {2}▁{30}▂▃▃▂▁+▄██▅▁▃▃▃ {2}280 requests$/),
			expect.stringMatching(/^ {3}rev 41 {2}▁{35}▃██▆▁+ {2}300 requests$/),
			'           1ms              10ms            100ms            1s    4.3s',
			'   TIME       TOOK  STATUS  POD               REV     REQUEST ID  PATH',
			' !▸11:59:58   4.2s     500  api-7f9c5d-x2xkq  rev 42  8f3c-11     /items/4711?page=2',
			' ! 11:59:51     4s     200  api-7f9c5d-m88sd  rev 42  91aa-02     /items/4711?page=2',
		]);
	});

	test.each([
		[200, 50],
		[80, 24],
		[60, 15],
		[40, 8],
	])('leaves rows for them at %ix%i', async (columns, rows) => {
		await pretend({api: shopTraffic({timing: 'slow-only'})}, 'too many pods: 20 of 40 are read');
		app.press('Q');
		app.resize(columns, rows);
		expect([linesWith(/req\/s/).length > 0, linesWith(/▸GET/).length]).toEqual([true, 1]);
		app.press('enter');
		expect([linesWith(/req\/s/).length > 0, linesWith(/▸11:59:58/).length]).toEqual([true, 1]);
	});
});
