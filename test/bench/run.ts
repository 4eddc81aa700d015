/**
 * `npm run bench`: k9s, sofka and this program side by side on a real API server, where the bench kit is (DOGWATCH_BENCH, or
 * `../shared/bench` beside the clone); then our own parts. `-- --own` leaves the rivals out, other arguments go to `compare`.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../.build/root.ts';

/** Our own measurements; each prints its table. */
const PARTS = ['list.ts', 'join.ts', 'diagnose.ts', 'verdict.ts', 'table.ts', 'exposition.ts'];

function run(command: string, args: readonly string[]): boolean {
	process.stdout.write(`\n${[command, ...args].join(' ').replaceAll(`${root}/`, '')}\n`);
	return spawnSync(command, args, {cwd: root, stdio: 'inherit'}).status === 0;
}

function compare(args: readonly string[]): boolean {
	const kit = process.env['DOGWATCH_BENCH'] ?? join(root, '../shared/bench');
	const program = join(kit, 'compare');
	if (!existsSync(program)) {
		process.stdout.write(
			'No rivals here: set DOGWATCH_BENCH to the folder of the bench kit to measure beside them.\n',
		);
		return true;
	}
	return (
		run(process.execPath, ['.build/fresh.ts']) &&
		run(program, ['--spec', join(root, 'test/bench/pods.yaml'), ...args])
	);
}

const given = process.argv.slice(2);
const rivals = given.includes('--own') || compare(given);
const own = PARTS.map(part => run(process.execPath, [join('test/bench', part)]));
process.exitCode = rivals && own.every(Boolean) ? 0 : 1;
