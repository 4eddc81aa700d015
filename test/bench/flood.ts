/**
 * What it costs to follow twenty pods that write a thousand lines a second each, through a real API server:
 * `node test/bench/flood.ts [seconds] [pods] [lines per second of each]`. Here the lines are only counted and checked.
 */
import {findKit} from '../support/kit.ts';
import {measureFlood} from './measure-flood.ts';

const [seconds = '60', pods = '20', linesPerSecond = '1000'] = process.argv.slice(2);
const kit = findKit();
if ('skipped' in kit) {
	process.stderr.write(`${kit.skipped}\n`);
	process.exitCode = 2;
} else {
	const terms = {seconds: Number(seconds), pods: Number(pods), linesPerSecond: Number(linesPerSecond)};
	console.table(await measureFlood(kit, terms, () => undefined));
}
