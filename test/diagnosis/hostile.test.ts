import {describe, expect, test} from 'vitest';
import {defineRule} from '../../src/diagnosis/contract.ts';
import {ago, anEvent, anObject, aPod, type ApiObject, crashed, NOON} from '../../src/diagnosis/example.ts';
import {createDiagnosis} from '../support/diagnose.ts';
import {broken, ruleOf} from './told.ts';

const now = Date.parse(NOON);

describe('hostile clusters', () => {
	const rule = ruleOf('crash', {reads: ['pod', 'event']}, () => [{}]);

	test('10,000 events of one object leave the last fifty of it', () => {
		const events = Array.from({length: 10_000}, (_, index) =>
			anEvent(broken('api')[2] as ApiObject, 'BackOff', `number ${index}`, {
				metadata: {uid: `event-${index}`},
				lastTimestamp: ago(10_000 - index),
			}),
		);
		const heard: number[] = [];
		const listener = defineRule({
			...ruleOf('listener', {reads: ['event']}),
			about: 'pods',
			find(subject, cluster) {
				for (const pod of subject.pods) {
					const own = cluster.eventsOf(pod);
					if (own.length > 0) heard.push(own.length);
					if (own.length > 0) expect(own.at(-1)?.message).toBe('number 9999');
				}
				return [];
			},
		});
		const {show} = createDiagnosis([listener]);
		show([...broken('api'), ...events], now);
		expect(heard).toEqual([50]);
	});

	test.each([
		['an event about nothing', {involvedObject: null}],
		['an event of the future', {lastTimestamp: '2099-01-01T00:00:00Z'}],
		['an event of a name only', {involvedObject: {kind: 'Pod', namespace: 'shop', name: 'api-rs1-a', uid: ''}}],
		['a message of 100 KB with escapes', {message: '\u001B]0;x\u0007'.repeat(20_000)}],
		['a message in another language', {message: 'образ не найден 找不到镜像 \u202Eabc'}],
	])('%s does no harm', (_, fields) => {
		const {show, engine} = createDiagnosis([rule]);
		show([...broken('api'), anEvent(broken('api')[2] as ApiObject, 'Failed', 'x', fields)], now);
		expect(engine.findings).toHaveLength(1);
		expect([...engine.broken]).toEqual([]);
	});

	test('owners that do not exist, owners in a ring and two objects of one name are survived', () => {
		const ring = ['x', 'y'].map((name, index) =>
			anObject('apps/v1', 'ReplicaSet', name, {
				metadata: {
					uid: `rs-${name}`,
					ownerReferences: [
						{kind: 'ReplicaSet', name: 'y', uid: `rs-${index === 0 ? 'y' : 'x'}`, controller: true},
					],
				},
				spec: {replicas: 1},
			}),
		);
		const orphan = aPod('gone', 1, 'a', crashed('gone', 1));
		const inRing = aPod('ring', 1, 'a', {
			...crashed('ring', 1),
			metadata: {ownerReferences: [{kind: 'ReplicaSet', name: 'x', uid: 'rs-x', controller: true}]},
		});
		const twins = ['1', '2'].map(uid =>
			anObject('v1', 'ConfigMap', 'twin', {metadata: {uid: `twin-${uid}`}, data: {a: uid}}),
		);
		const {show, engine} = createDiagnosis([rule]);
		show([...ring, orphan, inRing, ...twins], now);
		expect([...engine.broken]).toEqual([]);
		expect(engine.findings.map(({object}) => object.name).toSorted()).toEqual(['gone-rs1', 'y']);
		show([...ring, orphan, inRing, twins[1]], now + 1000);
		expect(engine.findings).toHaveLength(2);
	});

	test('of thousands of broken pods without an owner 200 are looked into, and others when those are gone', () => {
		const lone = Array.from({length: 3000}, (_, index) =>
			aPod('lone', 1, String(index), {...crashed('lone', 1), metadata: {ownerReferences: []}}),
		);
		const {show, engine} = createDiagnosis([rule]);
		show([...lone, ...broken('api')], now);
		expect(engine.findings).toHaveLength(201);
		expect(engine.findings.map(({object}) => object.name)).toContain('api');
		show([...lone.slice(2900), ...broken('api')], now + 1000);
		expect(engine.findings).toHaveLength(101);
	});

	test('pods without an owner that are well again leave room for one that breaks', () => {
		const well = Array.from({length: 300}, (_, index) =>
			aPod('lone', 1, String(index), {
				metadata: {ownerReferences: []},
				status: {containerStatuses: [{name: 'lone', ready: true, restartCount: 1, state: {running: {}}}]},
			}),
		);
		const bad = aPod('bad', 1, 'a', {...crashed('bad', 1), metadata: {ownerReferences: []}});
		const {show, engine} = createDiagnosis([rule]);
		show(well, now);
		show([...well, bad], now + 1000);
		expect(engine.findings.map(({object}) => object.name)).toEqual(['bad-rs1-a']);
	});

	test('a clock that is ten minutes ahead or behind begins nothing in the future', () => {
		for (const skewMs of [-600_000, 600_000]) {
			const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{since: now}])]);
			show(broken('api'), now + skewMs);
			expect(engine.findings[0]?.since).toBeLessThanOrEqual(now + skewMs);
		}
	});
});
