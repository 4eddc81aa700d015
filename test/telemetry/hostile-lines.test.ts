import {describe, expect, test} from 'vitest';
import {logFormats} from '../../src/telemetry/log-formats.ts';
import {createStreamReader} from '../../src/telemetry/stream-reader.ts';

const SIZE = 16 * 1024;
const TIME = '2026-03-01 12:00:00.123';
const CLF = '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "';

/** Each is built to keep a pattern busy that goes back and forth. */
const beginnings: Readonly<Record<string, string>> = {
	nothing: '',
	uvicorn: 'INFO:     10.1.2.3:1 - "GET ',
	gunicorn: '[2026-03-01 12:00:00 +0000] [7] [INFO] ',
	'the common log format': CLF,
	'an ingress': `${CLF}GET / HTTP/1.1" 200 1 "-" "x" 1 0.001 [a] [] `,
	envoy: '[2026-03-01T12:00:00.123Z] "GET ',
	gin: '[GIN] 2026/03/01 - 12:00:00 | 200 | ',
	chi: '2026/03/01 12:00:00 "GET " from ',
	spring: '2026-03-01T12:00:00.000Z INFO 1 --- [',
	loguru: `${TIME} | INFO | `,
	asctime: '2026-03-01 12:00:00,123 ',
	postgres: `${TIME} UTC [1] `,
	structlog: '2026-03-01T12:00:00Z [info     ] ',
	rails: '[a] [b] Completed 200 ',
	zap: '2026-03-01T12:00:00Z\tINFO\t',
	logfmt: 'level=info ',
	json: '{"message":"',
	slow: 'SLOW REQUEST: ',
	took: 'GET /a took ',
	traceback: '  File "',
};

const fillings: Readonly<Record<string, string>> = {
	a: 'a',
	space: ' ',
	tab: '\t',
	digit: '1',
	quote: '"',
	backslash: '\\',
	'escaped quote': '\\"',
	'opening bracket': '[',
	brackets: '[] ',
	'bracket and quote': '] "',
	dash: '-',
	dashes: ' - ',
	colon: ':',
	'colon and space': ': ',
	equals: '=',
	pairs: 'a="',
	'more pairs': 'a=b ',
	slash: '/',
	dots: 'a.',
	commas: '1, ',
	'spaced colons': '1 : ',
	bars: ' | ',
	levels: 'ERROR ',
	braces: '{"a":',
	took: 'took ',
	units: '1s ',
	escape: '\u001B[',
	title: '\u001B]0;',
	return: 'ten percent\r',
	nul: '\0',
	bidi: '\u202E',
	surrogate: '\uD800',
	frame: 'Traceback (most recent call last):',
};

describe('a hostile line', () => {
	test.each(Object.entries(beginnings))(
		'that begins like %s costs no more than others, and is harmless',
		(_name, beginning) => {
			for (const [name, filling] of Object.entries(fillings)) {
				const line = (beginning + filling.repeat(SIZE)).slice(0, SIZE);
				for (const text of [line, `${line.slice(0, -40)}" 200 1 "-" x=`]) {
					const reader = createStreamReader();
					const startedAt = performance.now();
					const read = reader.read(text, 0);
					const fields = logFormats.flatMap(format => format.fields(read.text));
					expect([name, performance.now() - startedAt < BUDGET_MS]).toEqual([name, true]);
					expect(read.text + read.message).not.toMatch(CONTROL);
					expect(fields.flat().join('').replaceAll('\n', '')).not.toMatch(CONTROL);
				}
			}
		},
	);

	test('JSON that is nested a thousand deep', () => {
		const deep = `{"message":"x","a":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}}`;
		const lists = `{"message":"x","a":${'['.repeat(8000)}${']'.repeat(8000)}}`;
		for (const text of [deep, lists]) {
			expect(createStreamReader().read(text, 0)).toMatchObject({format: 'json', message: 'x'});
			expect(logFormats.find(({id}) => id === 'json')?.fields(text)[0]).toEqual(['message', 'x']);
		}
	});

	test('names that objects have by themselves', () => {
		const text =
			'{"__proto__":{"level":"error","status":500},"toString":1,"constructor":{"method":"GET"},"hasOwnProperty":2}';
		expect(createStreamReader().read(text, 0)).toMatchObject({format: 'json', level: undefined, message: ''});
		expect(createStreamReader().read('__proto__=1 constructor=2 level=info', 0)).toMatchObject({level: 'info'});
		expect({}).not.toHaveProperty('status');
	});

	test.each(['1970-01-01T00:00:00.000Z', '2100-12-31T23:59:59.999Z'])('from %s', time => {
		const reader = createStreamReader();
		expect(reader.read(`{"time":"${time}","level":"info","msg":"x"}`, Date.parse(time))).toMatchObject({
			message: 'x',
		});
		expect(reader.read(`${time}  INFO 1 --- [main] a.B : x`, Date.parse(time))).toMatchObject({
			format: 'spring-boot',
		});
	});

	test('a path that holds another status, another line, or markup', () => {
		const path = '/500/%22%20500/INFO:%20x?a=[ERROR]&b={"level":"fatal"}';
		const read = createStreamReader().read(`INFO:     10.1.2.3:1 - "GET ${path} HTTP/1.1" 204 No Content`, 0);
		expect(read).toMatchObject({level: 'info', request: {path, status: 204}});
	});

	test('JSON whose texts hold control characters', () => {
		const text = String.raw`{"msg":"a\u001b[2Jb\nc\u0000","method":"G\nET","path":"/\u001b]0;x","status":200,"x\u001b[2J":"y\u0007"}`;
		const read = createStreamReader().read(text, 0);
		expect(read).toMatchObject({message: 'ab c'});
		expect(JSON.stringify([read.request, logFormats.find(({id}) => id === 'json')?.fields(text)])).not.toMatch(
			/\\u00/,
		);
	});
});

/** The dearest takes less than 8 ms, with the fields of every format; a pattern that goes back and forth takes seconds. */
const BUDGET_MS = 100;

const CONTROL = /[\0-\x08\x0A-\x1F\x7F-\x9F]/;
