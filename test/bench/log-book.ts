/** What 50,000 lines of 200 bytes take, raw and parsed together, with all that a view keeps of them. Run: `node --expose-gc`. */
import {createLogBook} from '../../src/store/log-book.ts';
import {createHeads} from '../../src/ui/log/heads.ts';
import {logLines} from './log-lines.ts';

const LINES = 50_000;
const collect = (): void => {
	const {gc} = globalThis;
	if (gc === undefined) throw new Error('run it with --expose-gc');
	gc();
	gc();
};
const usedBytes = (): number => {
	collect();
	return process.memoryUsage().heapUsed;
};

logLines(1000);
const before = usedBytes();
const book = createLogBook(LINES);
book.add(logLines(LINES));
const held = usedBytes() - before;
const heads = createHeads();
heads.take(book);
const viewed = usedBytes() - before;
console.log(
	`book ${(held / 2 ** 20).toFixed(1)} MB, with its view ${(viewed / 2 ** 20).toFixed(1)} MB, ${heads.lines} lines`,
);

const lines = logLines(2 * LINES).slice(LINES);
const started = performance.now();
for (let from = 0; from < LINES; from += 1000) book.add(lines.slice(from, from + 1000));
console.log(`newer lines, 1,000 at a time: ${((performance.now() - started) / 50).toFixed(3)} ms each`);

const old = createLogBook(LINES);
old.add(lines.slice(0, 25_000));
const history = logLines(25_000);
const begun = performance.now();
for (let from = 24_000; from >= 0; from -= 1000) old.add(history.slice(from, from + 1000));
console.log(`older lines, 1,000 at a time: ${((performance.now() - begun) / 25).toFixed(3)} ms each`);
