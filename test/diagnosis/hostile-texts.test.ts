import {expect, test} from 'vitest';
import {loggedCommandFailure, runtimeCommandFailure} from '../../src/diagnosis/creation/command-failure.ts';
import {configFaultOf, volumeFaultsOf} from '../../src/diagnosis/creation/config-fault.ts';
import {coreOfRuntime} from '../../src/diagnosis/creation/runtime-message.ts';
import {imageNameOf, shortImage} from '../../src/diagnosis/images/image-name.ts';
import {coreOfPull, pullFailureOf} from '../../src/diagnosis/images/pull-failure.ts';
import {oneLine} from '../../src/diagnosis/phrases.ts';
import {refusalKindOf, wordsOfRefusal} from '../../src/diagnosis/refusal/refusal-kind.ts';
import {parseQuota} from '../../src/diagnosis/rules/quota-exceeded/parse-quota.ts';
import {parseViolations} from '../../src/diagnosis/rules/pod-security-violated/parse-violations.ts';
import {parseCall} from '../../src/diagnosis/rules/webhook-unreachable/parse-call.ts';
import {pod} from '../support/rows.ts';

/** Whatever reads a text of the cluster. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	pullFailureOf,
	coreOfPull,
	imageNameOf,
	shortImage,
	configFaultOf,
	volumeFaultsOf: text => volumeFaultsOf(text, pod().spec),
	coreOfRuntime: text => coreOfRuntime(text, 300),
	runtimeCommandFailure,
	loggedCommandFailure,
	refusalKindOf,
	wordsOfRefusal,
	parseQuota,
	parseViolations,
	parseCall,
	oneLine: text => oneLine(text, 500),
};

/** As long as rows keep events, and made of what the patterns look for. */
const LENGTH = 4096;
const PIECES = [
	...[
		'a',
		' ',
		'"',
		': ',
		'\u001B[31m',
		'名前',
		'exec "',
		'exec: ',
		'sh: ',
		'lookup a on ',
		'status ',
		'manifest a ',
	],
	...[
		'Error: ',
		'rpc error: code = Unknown desc = ',
		'failed to start container "a": ',
		'(combined from similar events): ',
	],
	...[
		'requested: a=1,',
		', used: ',
		'; a for: ',
		') (',
		'), a (',
		', spec.a: A',
		'fetch anonymous token ',
		'deadbeef0123',
	],
	...[
		'MountVolume.SetUp failed for volume "a',
		'secret "a" not found ',
		"couldn't find key a in Secret a/",
		'/',
		':',
		'@',
	],
	...['failed quota: a: must specify ', 'failed calling webhook "', 'Post "https://', '[', '\n'],
];

test.each(Object.entries(READERS))('%s reads anything in no time', (_name, read) => {
	for (const piece of PIECES) {
		for (const other of ['', 'x', piece.trim()]) {
			const text = `${piece}${other}`.repeat(LENGTH).slice(0, LENGTH);
			// The best of three: other work of the machine may come between.
			const took = [1, 2, 3].map(() => {
				const startedAt = performance.now();
				read(text);
				return performance.now() - startedAt;
			});
			expect({piece, isQuick: Math.min(...took) < 50}).toEqual({piece, isQuick: true});
		}
	}
});
