import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {createScriptedTransport, openEnd, type Reply} from '../reflector/scripted-transport.ts';
import {stampAt} from './log-server.ts';
import {createTailRig} from './rig.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const [FIRST, SECOND, THIRD] = [stampAt(1, 5), stampAt(1, 6), stampAt(2)];

/** What a tail makes of these bytes. */
async function textsOf(reply: Reply): Promise<readonly string[]> {
	const rig = createTailRig(createScriptedTransport([reply]).transport);
	await rig.advance(10);
	rig.tail.stop();
	return rig.texts();
}

describe('the bytes of a log', () => {
	test('may be cut anywhere, in a character too', async () => {
		const texts = ['naïve “quotes” 日本語', '', '🦊 \r progress', 'last'];
		const bytes = Buffer.from(
			texts.map((text, index) => `${[FIRST, SECOND, THIRD, THIRD][index]} ${text}\n`).join(''),
		);
		for (let at = 1; at < bytes.length; at++) {
			expect(await textsOf([bytes.subarray(0, at), bytes.subarray(at)]), `cut at ${at}`).toEqual(texts);
		}
		expect(await textsOf([...bytes].map(byte => Buffer.from([byte])))).toEqual(texts);
	});

	test('that are no UTF-8 become replacement characters', async () => {
		const bytes = Buffer.concat([
			Buffer.from(`${FIRST} a`),
			Buffer.from([0xff, 0xed, 0xa0, 0x80, 0xc3]),
			Buffer.from(`\u0000z\n`),
		]);
		const [text = ''] = await textsOf([bytes]);
		expect([text.isWellFormed(), text.startsWith('a\uFFFD'), text.endsWith('\uFFFD\u0000z')]).toEqual([
			true,
			true,
			true,
		]);
	});

	test.each([
		['2026-11-24T12:00:01.000000005Z', 1000.000005],
		['2026-11-24T14:00:01.5+02:00', 1500],
		['2026-11-24T04:30:01-07:30', 1000],
		['1970-01-01T00:00:00.000000000Z', -NOON],
		['2100-03-01T00:00:00.000000000Z', Date.UTC(2100, 2, 1) - NOON],
		['2028-02-29T23:59:59.999000000Z', Date.UTC(2028, 1, 29, 23, 59, 59, 999) - NOON],
	])('begin with a time: %s', async (stamp, afterNoonMs) => {
		const rig = createTailRig(createScriptedTransport([openEnd(`${stamp} x\n`)]).transport);
		await rig.advance(10);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['x']);
		expect(rig.lines[0]?.at).toBeCloseTo(NOON + afterNoonMs, 2);
	});

	test('that begin with no time have that of the line before', async () => {
		const odd = ['no time', '2026-13-24T12:00:01Z x', '2026-11-24T12:00:01Zx', '2026-11-24T12:00:01.1234567890Z x'];
		const rig = createTailRig(createScriptedTransport([openEnd(`${FIRST} a\n${odd.join('\n')}\n`)]).transport);
		await rig.advance(10);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', ...odd]);
		expect(new Set(rig.lines.map(({at}) => at)).size).toBe(1);
	});

	test('of a long line are cut with a mark, and not within a character', async () => {
		const long = (letter: string, count: number): string => letter.repeat(count);
		const reply = [long('x', 16 * 1024), long('y', 16 * 1024 + 1), long('語', 350_000)].map(
			text => `${FIRST} ${text}\n`,
		);
		const [whole = '', cut = '', wide = ''] = await textsOf([Buffer.from(reply.join(''))]);
		expect(whole).toBe(long('x', 16 * 1024));
		expect(cut).toMatch(/^y{16330,} … 16 KB line, cut$/);
		expect(wide).toMatch(/^語{5440,} … 1\.1 MB line, cut$/u);
		for (const text of [whole, cut, wide]) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16 * 1024);
	});

	test('without a line feed take no memory', async () => {
		const piece = Buffer.alloc(64 * 1024, 'z');
		let left = 800;
		const body = Readable.from(
			(function* () {
				yield Buffer.from(`${FIRST} `);
				while (left-- > 0) yield piece;
				yield Buffer.from(`\n${SECOND} after\n`);
			})(),
		);
		const before = process.memoryUsage();
		const rig = createTailRig(createScriptedTransport([body]).transport);
		let most = 0;
		while (rig.texts().length < 2) {
			await new Promise(resolve => setImmediate(resolve));
			most = Math.max(most, process.memoryUsage().arrayBuffers - before.arrayBuffers);
		}
		rig.tail.stop();
		expect(rig.texts()[0]).toMatch(/^z+ … 52\.4 MB line, cut$/);
		expect(rig.texts()[1]).toBe('after');
		expect(most).toBeLessThan(2e6);
	});

	test('of many lines are handed over 500 lines at a time', async () => {
		const many = `${FIRST} x\n`.repeat(1250);
		const rig = createTailRig(createScriptedTransport([openEnd(many)]).transport);
		await rig.advance(10);
		rig.tail.stop();
		expect([rig.lines.length, rig.mostAtOnce()]).toEqual([1250, 500]);
	});
});

test('what is behind the last line feed is a line only when it comes a second time', async () => {
	const half = `${FIRST} a\n${SECOND} half`;
	const {transport} = createScriptedTransport([half, `${half} and whole\n${THIRD} rest`, `${THIRD} rest`]);
	const rig = createTailRig(transport);
	await rig.advance(10);
	expect(rig.texts()).toEqual(['a']);
	await rig.advance(5000);
	rig.tail.stop();
	expect(rig.texts()).toEqual(['a', 'half and whole', 'rest']);
});

test('a slow consumer slows the server down', async () => {
	let given = 0;
	const body = new Readable({
		highWaterMark: 64 * 1024,
		read() {
			setImmediate(() => {
				given++;
				this.push(Buffer.from(`${FIRST} x\n`.repeat(1000)));
			});
		},
	});
	const scripted = createScriptedTransport([body]);
	const rig = createTailRig(scripted.transport);
	for (let turn = 0; turn < 20; turn++) await rig.advance(0);
	rig.tail.stop();
	await rig.advance(0);
	// Whatever was read was handed over; no more than the stream's own buffer waits.
	expect(given * 1000 - rig.lines.length).toBeLessThanOrEqual(4000);
	expect(scripted.openBodies()).toBe(0);
});
