import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

export default [
	{
		name: 'the DNS of the cluster does not answer',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /rates', {count: 6}, 502),
				raised('httpx.ConnectError: [Errno -3] Temporary failure in name resolution', {count: 6}),
			),
		},
		finds: [
			{
				title: 'Requests fail: names do not resolve in DNS',
				because: '6 times in the last 5 minutes',
				verdict: 'struggling',
				evidence: [
					'httpx.ConnectError: [Errno -3] Temporary failure in name resolution',
					'at app/main.py:31 in checkout',
				],
				next: ['look at the DNS of the cluster (coredns)', 'check the names in its settings'],
			},
		],
	},
	{
		name: 'one name is wrong',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(raised('Error: getaddrinfo ENOTFOUND rates.internal', {count: 4})),
		},
		finds: [
			{
				title: 'Pods complain: rates.internal does not resolve in DNS',
				next: ['check the name rates.internal'],
			},
		],
	},
	{
		name: 'once',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(raised('Error: getaddrinfo ENOTFOUND rates.internal', {count: 1}))},
		finds: [],
	},
	{
		name: 'a database that is not found is another matter',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				raised(
					'psycopg.OperationalError: could not translate host name "db" to address: Name or service not known',
					{
						count: 9,
					},
				),
			),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
