import type {Moment} from '../contract.ts';
import type {Answered} from './traffic.ts';

/** gunicorn with four workers, of which one hangs from time to time. Wording: gunicorn 23 `arbiter.py`, `workers/base.py`. */

/** The first four workers have the pids from here on. */
const FIRST_PID = 7;
const WORKERS = 4;
/** Four minutes before the story, the first worker hung. */
const SINCE_MS = -4 * 60_000;
/** From one killed worker to the next. */
const PERIOD_SECONDS = 45;
/** gunicorn's timeout. */
const HANGS_SECONDS = 30;

/** What the arbiter and its workers write when they start. */
export function linesOfStart(moment: Moment): readonly string[] {
	if (moment.sinceStartMs < 0 || moment.sinceStartMs >= 1000) return [];
	const say = speaker(moment.now);
	const pids = Array.from({length: WORKERS}, (_, index) => FIRST_PID + index);
	return [
		say(1, 'INFO', 'Starting gunicorn 23.0.0'),
		say(1, 'INFO', 'Listening at: http://0.0.0.0:8000 (1)'),
		say(1, 'INFO', 'Using worker: uvicorn_worker.UvicornWorker'),
		...pids.flatMap(pid => booted(say, pid)),
	];
}

/** What is written of the worker that is killed in this second or the next; it is always the oldest. */
export function linesOfKills(moment: Moment): readonly string[] {
	const {kills, seconds} = kill(moment);
	if (kills < 0 || seconds > 1) return [];
	const say = speaker(moment.now);
	const pid = FIRST_PID + kills;
	if (seconds === 0) return [say(1, 'CRITICAL', `WORKER TIMEOUT (pid:${pid})`)];
	return [
		say(1, 'ERROR', `Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`),
		...booted(say, pid + WORKERS),
	];
}

/** While a worker hangs, the others cannot take all that comes. What the worker itself had taken is never logged. */
export function refusedWhileHung(request: Answered, moment: Moment): Answered {
	const {kills, seconds} = kill(moment);
	const isHung = kills >= -1 && seconds >= PERIOD_SECONDS - HANGS_SECONDS;
	return isHung && moment.random() < 0.1 ? {...request, status: 503, durationMs: 1 + moment.random()} : request;
}

/** How many workers were killed before the last one that was, and how many seconds that is ago. Pods take turns. */
function kill({storyMs, seed}: Moment): {kills: number; seconds: number} {
	const seconds = Math.floor((storyMs - SINCE_MS) / 1000) - (seed % PERIOD_SECONDS);
	const kills = Math.floor(seconds / PERIOD_SECONDS);
	return {kills, seconds: seconds - kills * PERIOD_SECONDS};
}

type Say = (pid: number, level: string, message: string) => string;

/** `[2026-03-01 12:00:00 +0000] [1] [INFO] Starting gunicorn 23.0.0` */
function speaker(now: number): Say {
	const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
	return (pid, level, message) => `[${time} +0000] [${pid}] [${level}] ${message}`;
}

function booted(say: Say, pid: number): readonly string[] {
	return [
		say(pid, 'INFO', `Booting worker with pid: ${pid}`),
		say(pid, 'INFO', `Started server process [${pid}]`),
		say(pid, 'INFO', 'Waiting for application startup.'),
		say(pid, 'INFO', 'Application startup complete.'),
	];
}
