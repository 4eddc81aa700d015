import {afterEach, describe, expect, test} from 'vitest';
import {defineRule, type Rule} from '../../src/diagnosis/contract.ts';
import {seenOn} from '../../src/diagnosis/evidence.ts';
import {drive, type Drive} from '../support/drive.ts';
import {expectFrame} from '../support/frames.ts';
import {STORY} from '../support/story.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

/** A minute into a rollout that goes wrong, with a verdict that does not depend on which rules there are. */
const story = async (rules: readonly Rule[] = STORY): Promise<Drive> => {
	open = await drive({scenario: 'bad-rollout', rules});
	await open.advance(60_000);
	return open;
};

const SIZES = [
	[200, 50],
	[120, 40],
	[80, 24],
	[60, 15],
	[40, 8],
	[30, 3],
	[60, 1],
] as const;

test('the verdict is on the home screen at every size', async () => {
	const app = await story();
	for (const [columns, rows] of SIZES) {
		app.resize(columns, rows);
		expect(app.text()).toHaveLength(rows);
		expectFrame(`why/home-${columns}x${rows}`, app.text());
	}
});

describe('the screens of a verdict', () => {
	test.each([
		['the timeline of all in its pane', ['tab', 'tab', 'tab', 'tab']],
		['another service, with a finding of its own', ['j']],
		['a service with something worth knowing', ['j', 'j', 'j']],
		['a service without findings, while others have some', ['j', 'j']],
		['why, alone', ['tab', '+']],
		['findings', [':findings']],
		['the page of a finding', [':findings', 'enter']],
		['the event of an evidence', ['tab', '+', 'j', 'j', 'j', 'enter']],
		['the log of an evidence', ['tab', '+', 'j', 'j', 'enter']],
		['the rollout', ['v']],
		['the timeline of a service', ['ctrl+t']],
		['the timeline of a pod', ['enter', 'ctrl+t']],
		['the timeline of everything, filtered', [':timeline', '/restart', 'enter']],
	])('%s', async (name, keys) => {
		const app = await story();
		await pressAll(app, keys);
		for (const [columns, rows] of [[120, 40] as const, [80, 24] as const]) {
			app.resize(columns, rows);
			expect(app.text()).toHaveLength(rows);
			expectFrame(`why/${name.replaceAll(',', '')}-${columns}x${rows}`, app.text());
		}
	});
});

describe('the lines of a finding', () => {
	test('lead to what was seen, each to its place, and esc leads back to the same line', async () => {
		const app = await story();
		app.press('tab', '+', 'j');
		const before = app.text();
		expect(cursorLine(app)).toMatch(/▸seen +exit 3 ×2/);
		app.press('enter');
		expect(app.text()[0]).toMatch(/› api-\S+ containers 1/);
		app.press('esc');
		expect(app.text()).toEqual(before);
		app.press('j', 'enter');
		expect(app.text()[0]).toMatch(/› api-\S+\/api last words/);
		expect(cursorLine(app)).toMatch(/^ !▸.*OperationalError/);
		app.press('esc', 'j', 'enter');
		expect(app.text()[0]).toMatch(/› api-\S+ events/);
		expect(cursorLine(app)).toMatch(/▸ *\d+s +Warning +BackOff/);
	});

	test('without a place of their own lead to the page of the finding, and from there nowhere', async () => {
		const app = await story();
		app.press('tab');
		walkTo(app, /▸because/);
		app.press('enter');
		expect(app.text()[0]).toMatch(/› why api/);
		walkTo(app, /▸because/);
		app.press('enter');
		expect(app.text().at(-1)).toMatch(/nothing opens behind this line/);
	});

	test('that name another object lead there', async () => {
		const app = await story();
		app.press('tab', '+', 'G', 'k');
		expect(cursorLine(app)).toMatch(/▸ +Service api: /);
		app.press('enter');
		await app.settle();
		expect(app.text()[0]).toMatch(/› services 3/);
		expect(cursorLine(app)).toMatch(/▸api /);
	});

	test('keep the cursor when the screen has another size', async () => {
		const app = await story();
		app.press('tab', '+', 'j', 'j', 'j');
		const text = cursorLine(app)?.slice(0, 30);
		app.resize(60, 15);
		app.resize(200, 50);
		app.resize(120, 40);
		expect(cursorLine(app)?.slice(0, 30)).toBe(text);
	});

	test('of a rollout lead to the rollout, which is followed pod by pod', async () => {
		const app = await story();
		app.press('tab', 'enter');
		expect(app.text()[0]).toMatch(/› api rollout 5/);
		const text = app.text().join('\n');
		expect(text).toMatch(/new +rev 4 +○○○ +0 of 3 ready/);
		expect(text).toMatch(/image api:1\.8\.2 → 1\.9\.0/);
		app.press('j', 'enter');
		expect(app.text()[0]).toMatch(/› api rollout › api-\S+ containers 1/);
	});
});

describe('without findings', () => {
	test('one quiet line says what is watched, and which rights are missing', async () => {
		open = await drive({
			scenario: 'calm',
			rules: [],
			before({faults}) {
				faults.forbid('*', 'nodes');
				faults.forbid('*', 'events');
			},
		});
		const text = open.text().join(' ').replaceAll(/\s+/g, ' ');
		expect(text).toMatch(/nothing is wrong: 5 services, 14 of 14 pods ready · watched: pods, usage, logs/);
		expect(text).toMatch(/missing: the right to list events in shop, the right to list nodes/);
		open.type(':findings\r');
		expect(open.text().join(' ')).toMatch(
			/nothing is wrong, as far as can be seen without the right to list events/,
		);
	});

	test('nothing is said to be well that cannot be seen', async () => {
		open = await drive({scenario: 'calm', before: ({faults}) => faults.forbid('*', 'pods')});
		expect(open.text().join('\n')).toMatch(/nothing can be said: no right to list pods in shop/);
	});

	test('a service that is about to change says so, and how long it may take', async () => {
		open = await drive({scenario: 'bad-rollout', rules: [], columns: 140});
		await open.advance(21_000);
		const text = open.text().join('\n');
		expect(text).toMatch(/…▸api +rolling out rev 4 · \d of 3.* · \d+s left/);
		expect(text).toMatch(/WHY api/);
		expect(text).toMatch(/nothing is wrong so far: rolling out rev 4/);
	});
});

test('a finding that is over says so where its page is open', async () => {
	let isWrong = true;
	const rule = defineRule({
		...{
			id: 'passing',
			title: '',
			why: '',
			remedy: '',
			reads: ['pod', 'workload', 'event'] as const,
			place: 'cause',
		},
		about: 'workload',
		*find({object, lookAgainAt}, {now}) {
			lookAgainAt(now + 1000);
			if (!isWrong || object.name !== 'api') return;
			yield {
				verdict: 'doomed',
				confidence: 'certain',
				title: 'Pods are lost',
				evidence: [seenOn(object, 'x')],
				next: [],
			};
		},
	});
	const app = await story([rule]);
	app.type(':findings\r');
	app.press('enter');
	expect(app.text()[1]).toMatch(/✖▸Pods are lost/);
	isWrong = false;
	await app.advance(4000);
	expect(app.text()[1]).toMatch(/over: Pods are lost · /);
	app.press('ctrl+t');
	expect(app.text().join('\n')).toMatch(
		/✖ \d\d:\d\d:\d\d +finding +api +Pods are lost[^]*finding +api +over: Pods are lost/,
	);
});

test('a verdict of the worst sort harms no screen', async () => {
	const hostile = '\u001B]0;owned\u0007\u001B[2J\u202Eevil 数据库 \u0000\u009B31m'.repeat(3000);
	const rule = defineRule({
		...{id: 'hostile', title: '', why: '', remedy: '', reads: ['pod'] as const, place: 'cause'},
		about: 'workload',
		*find({object, service}) {
			const [pod] = service.pods;
			const evidence = Array.from({length: 30}, (_, index) => seenOn(pod ?? object, `${index} ${hostile}`));
			const next = Array.from({length: 50}, () => hostile);
			yield {verdict: 'doomed', confidence: 'possible', title: hostile, because: hostile, evidence, next};
		},
	});
	const app = await story([rule]);
	for (const keys of [[], ['tab'], ['+', 'G'], [':findings'], ['enter', 'G'], ['v'], [':timeline']]) {
		await pressAll(app, keys);
		for (const [columns, rows] of [SIZES[0], SIZES[2], SIZES[4], SIZES[6]]) {
			app.resize(columns, rows);
			expect(app.text()).toHaveLength(rows);
			for (const row of app.text()) expect(row.length).toBeLessThanOrEqual(columns);
		}
	}
	const rest = app.sent().replaceAll(OURS, '');
	expect([...rest].filter(character => /[\u0000-\u001F\u007F-\u009F\u202E]/.test(character))).toEqual([]);
});

/** What we send ourselves: cursor and colours, erasing, our modes. */
const OURS = /\u001B\[(?:[\d;]*[HGJKmCX]|\?(?:2026|25)[hl])/g;

/** What begins with `:` is typed and entered, what begins with `/` is typed. */
async function pressAll(app: Drive, keys: readonly string[]): Promise<void> {
	for (const key of keys) {
		if (key.length > 1 && key.startsWith(':')) app.type(`${key}\r`);
		else if (key.length > 1 && key.startsWith('/')) app.type(key);
		else app.press(key);
		await app.settle();
	}
}

/** Down until the cursor stands on such a line. */
function walkTo(app: Drive, pattern: RegExp): void {
	for (let step = 0; step < 20 && !pattern.test(cursorLine(app) ?? ''); step++) app.press('j');
	expect(cursorLine(app)).toMatch(pattern);
}

/** The row of the cursor; on the home screen that of the lowest pane that shows one. */
function cursorLine(app: Drive): string | undefined {
	return app.text().find((row, index) => index > 1 && /^ .▸/.test(row) && !/▸(?:api|mailer) +new/.test(row));
}
