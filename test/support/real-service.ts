import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createCriLog} from './real-service/cri-log.ts';
import {findPython} from './real-service/python.ts';

/** A FastAPI service on uvicorn that runs on this machine, and whose output is written as the log of a container. */
export interface RealService {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** Ends it, and waits until all that it said is in the log. */
	stop(): Promise<void>;
}

/** What starts one; `skipped` says why there can be none here. */
export function findService(): {readonly python: string} | {readonly skipped: string} {
	const python = findPython();
	return typeof python === 'string' ? {python} : python;
}

/** Starts it on a free port. `json`: JSON lines with durations instead of uvicorn's access log. Rejects when it does not come up. */
export async function startService(options: {
	readonly python: string;
	/** Emptied first. */
	readonly logFile: string;
	readonly json?: boolean;
	/** The program: `main` without a database (when missing), or `database`, which needs DATABASE_URL. */
	readonly app?: 'main' | 'database';
	readonly environment?: Readonly<Record<string, string>>;
}): Promise<RealService> {
	const {python, logFile, json = false, app = 'main', environment = {}} = options;
	const args = ['-m', 'uvicorn', `${app}:app`, '--app-dir', join(import.meta.dirname, 'real-service'), '--port', '0'];
	const child = spawn(python, json ? [...args, '--no-access-log'] : args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: '/usr/local/bin:/usr/bin:/bin',
			LANG: 'C.UTF-8',
			PYTHONUNBUFFERED: '1',
			PYTHONDONTWRITEBYTECODE: '1',
			...(json ? {ACCESS_LOG: 'json'} : {}),
			...environment,
		},
	});
	const said: string[] = [];
	const isUp = new Promise<string>(resolve => {
		const log = createCriLog(logFile, line => {
			if (said.length < 100) said.push(line);
			const url = /Uvicorn running on (http:\/\/\S+)/.exec(line)?.[1];
			if (url !== undefined) resolve(url);
		});
		log.take(child.stdout, 'stdout');
		log.take(child.stderr, 'stderr');
		child.once('close', () => log.close());
	});
	const closed = once(child, 'close');
	const failed = closed.then(() => Promise.reject(new Error(`the service did not come up:\n${said.join('\n')}`)));
	const url = await Promise.race([isUp, failed]);
	failed.catch(() => undefined);
	return {
		url,
		async stop() {
			child.kill('SIGTERM');
			await withinOrKill(child, closed);
		},
	};
}

/** uvicorn ends in a moment when nobody asks it for anything. */
async function withinOrKill(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
	const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
	await closed;
	clearTimeout(timer);
}
