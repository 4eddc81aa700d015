import type {Exit} from './pod.ts';

type End = Pick<Exit, 'code' | 'signal' | 'reason'>;

/** How a run ended, in a word or two: `OOMKilled`, `exit 3`, `signal 9`. The runtime's reason where it says more than the code. */
export function exitName(exit: End): string {
	if (exit.reason !== '' && exit.reason !== 'Error' && exit.reason !== 'Completed') return exit.reason;
	return exit.code === 0 && exit.signal !== 0 ? `signal ${exit.signal}` : `exit ${exit.code}`;
}

/**
 * What the end of a run means, in a few words; empty when neither reason nor code tells. Codes above 128 are signals by the
 * shell's convention; 3 and 4 are those of uvicorn and gunicorn, the reasons those of containerd and the kubelet.
 */
export function exitMeaning(exit: End): string {
	const byReason = MEANING_OF_REASON.get(exit.reason);
	if (byReason !== undefined) return byReason;
	if (exit.signal !== 0) return signalled(exit.signal);
	return MEANING_OF_CODE.get(exit.code) ?? signalled(exit.code - 128);
}

const MEANING_OF_REASON: ReadonlyMap<string, string> = new Map([
	// The code is 137, or another one when only a child of the container's first process was killed.
	['OOMKilled', 'killed at its memory limit'],
	['StartError', 'the runtime could not start it'],
	['ContainerCannotRun', 'the runtime could not start it'],
	// These come with 137 and 255, which would be read as a kill and as an error of the program.
	['ContainerStatusUnknown', 'nobody saw how it ended'],
	['Unknown', 'nobody saw how it ended'],
	['DeadlineExceeded', 'it ran longer than it was allowed to'],
]);

const MEANING_OF_CODE: ReadonlyMap<number, string> = new Map([
	[0, 'finished by itself'],
	[1, 'the program failed'],
	[2, 'wrong usage, or a Go panic'],
	[3, 'application startup failed (uvicorn) or worker failed to boot (gunicorn)'],
	[4, 'the application could not be loaded (gunicorn)'],
	[126, 'the command is not executable'],
	[127, 'the command was not found'],
	[128, 'the runtime could not start it'],
	[130, 'interrupted (SIGINT)'],
	[134, 'aborted (SIGABRT)'],
	[137, 'killed (SIGKILL): by its liveness probe, after its grace period, or by a node out of memory'],
	[139, 'crashed (SIGSEGV)'],
	[143, 'stopped when asked (SIGTERM)'],
	[255, 'the program failed (255)'],
]);

/** 64 signals exist on Linux. */
function signalled(number: number): string {
	return number > 0 && number <= 64 ? `ended by signal ${number}` : '';
}
