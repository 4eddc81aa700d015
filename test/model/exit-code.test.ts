import {describe, expect, test} from 'vitest';
import {exitMeaning, exitName} from '../../src/model/exit-code.ts';

describe('the end of a run has a name and a meaning', () => {
	test.each([
		[0, 0, 'Completed', 'exit 0', 'finished by itself'],
		[1, 0, 'Error', 'exit 1', 'the program failed'],
		[1, 0, '', 'exit 1', 'the program failed'],
		[3, 0, 'Error', 'exit 3', 'application startup failed (uvicorn) or worker failed to boot (gunicorn)'],
		[137, 0, 'OOMKilled', 'OOMKilled', 'killed at its memory limit'],
		[1, 0, 'OOMKilled', 'OOMKilled', 'killed at its memory limit'],
		[
			137,
			0,
			'Error',
			'exit 137',
			'killed (SIGKILL): by its liveness probe, after its grace period, or by a node out of memory',
		],
		[137, 0, 'ContainerStatusUnknown', 'ContainerStatusUnknown', 'nobody saw how it ended'],
		[143, 0, 'Error', 'exit 143', 'stopped when asked (SIGTERM)'],
		[128, 0, 'StartError', 'StartError', 'the runtime could not start it'],
		[255, 0, 'Unknown', 'Unknown', 'nobody saw how it ended'],
		[129, 0, 'Error', 'exit 129', 'ended by signal 1'],
		[0, 9, '', 'signal 9', 'ended by signal 9'],
		[42, 0, 'Error', 'exit 42', ''],
		[200, 0, 'Error', 'exit 200', ''],
		[-7, 0, 'NeverHeardOf', 'NeverHeardOf', ''],
	])('code %d, signal %d, reason %j', (code, signal, reason, name, meaning) => {
		expect([exitName({code, signal, reason}), exitMeaning({code, signal, reason})]).toEqual([name, meaning]);
	});
});
