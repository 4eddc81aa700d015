/**
 * The built program in a terminal while it shows the logs of twenty pods that write a thousand lines a second each, through a real
 * API server: `node test/bench/flood-screen.ts [seconds] [pods] [lines per second of each]`. The key that is pressed
 * changes every row; it is run with the launcher, as a user does.
 */
import {fork} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {spawn} from '@lydell/node-pty';
import {buildIfStale} from '../../.build/fresh.ts';
import {root} from '../../.build/root.ts';
import {createGrid} from '../support/grid.ts';
import {findKit} from '../support/kit.ts';
import {startCluster} from '../support/with-cluster.ts';

const [seconds = '60', pods = '20', linesPerSecond = '1000'] = process.argv.slice(2);

async function measure(): Promise<Readonly<Record<string, number | string>>> {
	const kit = findKit();
	if ('skipped' in kit) throw new Error(kit.skipped);
	await buildIfStale(root, () => undefined);
	const cluster = startCluster(kit);
	const grid = createGrid(120, 40);
	try {
		cluster.kubectl('create', 'deployment', 'api', '--image=api', `--replicas=${pods}`);
		cluster.kubectl('rollout', 'status', 'deployment/api');
		const args = ['--kubeconfig', cluster.kubeconfig, '-n', 'default'];
		const program = spawn(process.execPath, [join(root, 'bin/dogwatch.cjs'), ...args], {
			cols: 120,
			rows: 40,
			env: {
				PATH: process.env['PATH'] ?? '',
				HOME: dirname(cluster.kubeconfig),
				TERM: 'xterm-256color',
				LANG: 'C.UTF-8',
			},
		});
		let drawn: (() => void) | undefined;
		program.onData(data => void grid.write(data).then(() => drawn?.()));
		const until = (holds: () => boolean): Promise<void> =>
			new Promise((resolve, reject) => {
				const timer = setTimeout(() => reject(new Error(`never came:\n${grid.text().join('\n')}`)), 30_000);
				const look = (): void => {
					if (!holds()) return;
					clearTimeout(timer);
					drawn = undefined;
					resolve();
				};
				drawn = look;
				look();
			});
		await until(() => /api +✔/.test(grid.text().join('\n')));
		program.write('l');
		await until(() => grid.text().join('\n').includes('following'));
		await rest(3000);
		const log = join(dirname(cluster.kubeconfig), 'logs/api.log');
		const writer = fork(join(import.meta.dirname, 'write-flood.ts'), [log, linesPerSecond, seconds]);
		await rest(3000);
		const [startedAt, before] = [performance.now(), cpuMs(program.pid)];
		await rest((Number(seconds) * 1000) / 2);
		const following = {cpu: cpuMs(program.pid) - before, ms: performance.now() - startedAt};
		program.write('s');
		await rest(500);
		const latencies: number[] = [];
		const pausedAt = [performance.now(), cpuMs(program.pid)] as const;
		while (performance.now() - startedAt < Number(seconds) * 1000 - 4000) {
			const was = isRaw(grid.text());
			const pressedAt = performance.now();
			program.write('J');
			await until(() => isRaw(grid.text()) !== was);
			latencies.push(performance.now() - pressedAt);
			await rest(100);
		}
		const paused = {cpu: cpuMs(program.pid) - pausedAt[1], ms: performance.now() - pausedAt[0]};
		await new Promise(resolve => writer.once('exit', resolve));
		await rest(3000);
		const status = grid
			.text()
			.filter(row => /lines|paused/.test(row))
			.join(' | ');
		const resident = rssMb(program.pid);
		program.write('\u0003');
		const sorted = latencies.toSorted((a, b) => a - b);
		return {
			'CPU while following, % of a core': percent(following),
			'CPU while paused and keys are pressed, %': percent(paused),
			keys: sorted.length,
			'key to screen p50, ms': at(sorted, 0.5),
			'p99, ms': at(sorted, 0.99),
			'resident, MB': resident,
			status: status.replaceAll(/ {2,}/g, ' '),
		};
	} finally {
		cluster.stop();
	}
}

function percent({cpu, ms}: {readonly cpu: number; readonly ms: number}): number {
	return Math.round((cpu / ms) * 1000) / 10;
}

function at(sorted: readonly number[], share: number): number {
	return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

/** Lines are shown as they were written: every row of the screen is another one than before. */
function isRaw(rows: readonly string[]): boolean {
	return rows.some(row => / {3}raw$/.test(row));
}

/** User and system time of a process, in milliseconds: clock ticks of ten. */
function cpuMs(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

function rssMb(pid: number): number {
	const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
	return Math.round((Number(pages) * 4096) / 1e6);
}

function rest(durationMs: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, durationMs));
}

console.table(await measure());
