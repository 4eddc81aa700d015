/** What a key in the filter of a log costs over 50,000 lines of 200 bytes: until the first results, and until all. Run it with node. */
import {createLogBook} from '../../src/store/log-book.ts';
import {parseLogFilter} from '../../src/ui/log/filter.ts';
import {createHeads} from '../../src/ui/log/heads.ts';
import {createSift} from '../../src/ui/log/sift.ts';
import {lineFormat, logLines} from './log-lines.ts';

const LINES = 50_000;
const ROUNDS = 9;

const book = createLogBook(LINES);
const lines = logLines(LINES + 20_000);
book.add(lines.slice(0, LINES));

/** Filters as they are typed; each is given after what stands before it. */
const cases: readonly (readonly [name: string, before: string, typed: string])[] = [
	['a plain word', '', 'timed out'],
	['a plain word that is nowhere', '', 'no such thing'],
	['one letter', '', 'e'],
	['a longer plain word', 'timed', 'timed out'],
	['not a word', '', '!timed out'],
	['a regex', '', 'status=5\\d\\d|timed (out|off)'],
	['a regex with .*', '', 'limit.*reached'],
	['a regex with .* that is nowhere', '', 'path.*worker.*nowhere'],
	['level', '', 'level>=warn'],
	['a duration', '', 'dur>500ms'],
	['status', '', 'status>=500'],
	['a field', '', 'worker=3'],
	['a field that is rare', '', 'id=00000000000000000000000000049000'],
	['level and a word', '', 'level>=warn overflow'],
];

const heads = createHeads();
heads.take(book);
const now = (): number => performance.now();
const median = (times: readonly number[]): string =>
	(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1).padStart(7);

for (const [name, before, typed] of cases) {
	const first: number[] = [];
	const all: number[] = [];
	let found = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const sift = createSift(heads, now);
		sift.setFilter(parseLogFilter(before, () => lineFormat));
		while (sift.busy) sift.work();
		const begun = now();
		sift.setFilter(parseLogFilter(typed, () => lineFormat));
		sift.work();
		first.push(now() - begun);
		while (sift.busy) sift.work();
		all.push(now() - begun);
		found = sift.shown.length;
	}
	console.log(`${name.padEnd(34)}${median(first)} ms first${median(all)} ms all  ${found} found`);
}

const flood = createSift(heads, now);
flood.setFilter(parseLogFilter('timed out', () => lineFormat));
while (flood.busy) flood.work();
const times: number[] = [];
for (let from = LINES; from < LINES + 20_000; from += 1000) {
	const begun = now();
	book.add(lines.slice(from, from + 1000));
	const news = heads.take(book);
	if (news !== undefined) flood.take(news);
	times.push(now() - begun);
}
console.log(`1,000 lines more, book full, filtered ${median(times)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
