import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, said} from '../../example-traffic.ts';

const killed = '[2026-11-24 12:00:00 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?';
const limited = {
	spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {memory: '512Mi'}}}]},
};

export default [
	{
		name: 'the kernel took a worker near the limit',
		objects: oneServing(['a'], limited),
		running: {'api-rs1-a/api': aLog(said(killed, {count: 2}))},
		usage: {'api-rs1-a': {cpu: 0.1, memory: 500 * 1024 * 1024}},
		finds: [
			{
				title: 'Worker processes are killed inside running containers, probably for their memory',
				because: '2 times in the last 5 minutes; api-rs1-a uses 500Mi of 512Mi, 98 %',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: [killed],
			},
		],
	},
	{
		name: 'one of uvicorn, and nobody measured its memory',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(said('INFO:     Child process [9] died', {count: 1}))},
		finds: [{title: 'Worker processes are killed inside running containers', confidence: 'possible'}],
	},
	{
		name: 'gunicorn killed it itself',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				said('[2026-11-24 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)', {count: 1, from: 61}),
				said(killed, {count: 1}),
			),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
