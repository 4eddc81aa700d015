import type {ScenarioExample} from '../../contract.ts';
import {leastRestarts, readiness} from '../../shop/facts.ts';
import {countOf, failedShareOf, linesOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';

export default [
	{
		atMs: 90_000,
		fact: 'each pod loses two workers in a minute and a half',
		of: cluster => [
			countOf(cluster, API, 90_000, /\[CRITICAL\] WORKER TIMEOUT \(pid:\d+\)$/),
			countOf(cluster, API, 90_000, /\[ERROR\] Worker \(pid:\d+\) was sent SIGKILL! Perhaps out of memory\?$/),
			countOf(cluster, API, 90_000, /\[INFO\] Booting worker with pid: \d+$/),
		],
		is: [6, 6, 6],
	},
	{
		atMs: 90_000,
		fact: 'the one that is killed is the one that was silent',
		of: cluster =>
			linesOf(cluster, API, Infinity).map(lines => {
				const pids = (pattern: RegExp): string[] => lines.flatMap(line => pattern.exec(line)?.[1] ?? []);
				const killed = pids(/Worker \(pid:(\d+)\) was sent SIGKILL!/);
				const silent = pids(/WORKER TIMEOUT \(pid:(\d+)\)/).slice(0, killed.length);
				return killed.length > 5 && silent.join() === killed.join();
			}),
		is: [true, true, true],
	},
	{
		atMs: 90_000,
		fact: 'some requests fail meanwhile',
		of: cluster => {
			const share = failedShareOf(cluster, API, 90_000, /^/);
			return share > 0.03 && share < 0.12;
		},
		is: true,
	},
	{atMs: 90_000, fact: 'no container restarts', of: cluster => leastRestarts(cluster, API), is: 0},
	{
		atMs: 90_000,
		fact: 'Kubernetes sees nothing of it: all pods are ready',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
] satisfies ScenarioExample[];
