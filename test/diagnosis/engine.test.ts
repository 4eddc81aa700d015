import {describe, expect, test} from 'vitest';
import {defineRule} from '../../src/diagnosis/contract.ts';
import {seenOn} from '../../src/diagnosis/evidence.ts';
import {anEvent, anObject, aPod, type ApiObject, NOON, waiting} from '../../src/diagnosis/example.ts';
import {createDiagnosis} from '../support/diagnose.ts';
import {broken, healthy, ruleOf} from './told.ts';

const now = Date.parse(NOON);

describe('asking', () => {
	test('only those are asked again whose inputs changed', () => {
		const ofPods = ruleOf('of-pods', {});
		const ofEvents = ruleOf('of-events', {reads: ['event']});
		const ofNodes = ruleOf('of-nodes', {reads: ['node']});
		const {show} = createDiagnosis([ofPods, ofEvents, ofNodes]);
		const counts = (): readonly number[] => [ofPods.asked(), ofEvents.asked(), ofNodes.asked()];
		show([...healthy('api'), ...healthy('web')], now);
		expect(counts()).toEqual([2, 2, 2]);
		show([...broken('api'), ...healthy('web')], now);
		expect(counts()).toEqual([3, 2, 2]);
		const event = anEvent(broken('api')[2] as ApiObject, 'BackOff', 'Back-off');
		show([...broken('api'), ...healthy('web'), event], now);
		expect(counts()).toEqual([3, 3, 2]);
		const node = anObject('v1', 'Node', 'node-1', {spec: {taints: [{key: 'a', effect: 'NoSchedule'}]}});
		show([...broken('api'), ...healthy('web'), event, node], now);
		expect(counts()).toEqual([3, 3, 4]);
		const beat = anObject('v1', 'Node', 'node-1', {
			spec: {taints: [{key: 'a', effect: 'NoSchedule'}]},
			metadata: {resourceVersion: '9'},
		});
		show([...broken('api'), ...healthy('web'), event, beat], now);
		expect(counts()).toEqual([3, 3, 4]);
	});

	test('a rule is asked again at the moment that it wished for, and not before', () => {
		const moments: number[] = [];
		const patient = defineRule({
			...ruleOf('patient', {}),
			about: 'pods',
			find(subject, cluster) {
				moments.push(cluster.now - now);
				subject.lookAgainAt(now + 30_000);
				return [];
			},
		});
		const {show} = createDiagnosis([patient]);
		for (const second of [0, 10, 29, 30, 31, 60]) show(healthy('api'), now + second * 1000);
		expect(moments).toEqual([0, 30_000]);
	});

	test('a rule that throws is named, and the others live', () => {
		const bad = ruleOf('bad', {}, () => {
			throw new TypeError('no such thing');
		});
		const good = ruleOf('good', {}, () => [{}]);
		const {show, engine} = createDiagnosis([bad, good]);
		show(broken('api'), now);
		expect([...engine.broken]).toEqual([['bad', 'no such thing']]);
		expect(engine.findings.map(({rule}) => rule)).toEqual(['good']);
	});
});

describe('findings', () => {
	test('a crash loop that runs for a moment is the same finding afterwards, with the same beginning', () => {
		const rule = ruleOf('crash', {}, () => [{}]);
		const {show, engine} = createDiagnosis([rule]);
		show(broken('api'), now);
		const [first] = engine.findings;
		show(healthy('api'), now + 20_000);
		expect(engine.findings).toEqual([]);
		show(broken('api'), now + 40_000);
		expect(engine.findings.map(({id, since}) => [id, since])).toEqual([[first?.id, now]]);
	});

	test('nothing new is the same object', () => {
		const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{}])]);
		show(broken('api'), now);
		const {findings} = engine;
		show([...broken('api'), ...healthy('web')], now + 1000);
		expect(engine.findings).toBe(findings);
	});

	test('pods are counted, of those that are wanted', () => {
		const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{}])]);
		show(broken('api'), now);
		expect(engine.findings[0]).toMatchObject({extent: '1 of 3 pods', object: {kind: 'deployment', name: 'api'}});
	});

	test('pods that nobody owns, and those of an owner that is not watched, are looked at too', () => {
		const lonely = anObject('v1', 'Pod', 'lonely', {
			spec: {containers: [{name: 'app', image: 'a'}]},
			...waiting('app', 'ErrImagePull', 'x'),
		});
		const ofRollout = ['a', 'b'].map(suffix =>
			aPod('web', 1, suffix, {
				...waiting('web', 'ErrImagePull', 'x'),
				metadata: {ownerReferences: [{kind: 'Widget', name: 'web', uid: 'widget-web', controller: true}]},
			}),
		);
		const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{}])]);
		show([lonely, ...ofRollout], now);
		expect(engine.findings.map(({object, extent}) => [object.kind, object.name, extent])).toEqual([
			['widget', 'web', '2 of 2 pods'],
			['pod', 'lonely', ''],
		]);
	});

	test('what is gone has no findings', () => {
		const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{}])]);
		show(broken('api'), now);
		show([], now + 1000);
		expect(engine.findings).toEqual([]);
	});
});

describe('causes', () => {
	const titles = (
		findings: readonly {readonly rule: string; readonly consequences: readonly {readonly rule: string}[]}[],
	) => findings.map(({rule, consequences}) => [rule, consequences.map(consequence => consequence.rule)]);

	test('a finding explains those of a later place on the same pods', () => {
		const rules = [
			ruleOf('stuck', {place: 'effect'}, () => [{pods: []}]),
			ruleOf('crash', {place: 'failure'}, () => [{verdict: 'doomed'}]),
			ruleOf('image', {place: 'cause'}, () => [{}]),
		];
		const {show, engine} = createDiagnosis(rules);
		show(broken('api'), now);
		expect(titles(engine.findings)).toEqual([['image', ['crash', 'stuck']]]);
		expect(engine.findings[0]?.verdict).toBe('doomed');
	});

	test('two causes stand beside each other, and news explains nothing', () => {
		const rules = [
			ruleOf('image', {place: 'cause'}, () => [{}]),
			ruleOf('config', {place: 'cause'}, () => [{verdict: 'doomed'}]),
			ruleOf('news', {place: 'cause'}, () => [{verdict: 'info'}]),
			ruleOf('idle', {place: 'effect'}, () => [{verdict: 'info'}]),
		];
		const {show, engine} = createDiagnosis(rules);
		show(broken('api'), now);
		expect(titles(engine.findings)).toEqual([
			['config', []],
			['image', []],
			['news', []],
			['idle', []],
		]);
	});

	test('a database that is down explains who waits for it, by name or by address', () => {
		const service = (clusterIP: string): ApiObject =>
			anObject('v1', 'Service', 'postgres', {
				spec: {selector: {app: 'postgres'}, clusterIP, ports: [{port: 5432}]},
			});
		for (const host of ['postgres', 'postgres.shop.svc.cluster.local', '10.96.0.7']) {
			const rule = ruleOf('crash', {place: 'failure'}, pods => [
				pods[0]?.name.startsWith('api') === true ? {blames: {host, port: 5432}} : {},
			]);
			const {show, engine} = createDiagnosis([rule]);
			show([...broken('api'), ...broken('postgres'), service('10.96.0.7')], now);
			expect(
				engine.findings.map(({object, consequences}) => [
					object.name,
					consequences.map(one => one.object.name),
				]),
			).toEqual([['postgres', ['api']]]);
			expect(engine.findingsOf('deployment-api')).toEqual(engine.findings);
		}
	});

	test('a Service that sends elsewhere explains who waits for it', () => {
		const rules = [
			ruleOf('crash', {}, () => [{blames: {host: 'postgres'}}]),
			defineRule({
				...ruleOf('drift', {reads: ['service']}),
				about: 'service',
				*find({object}) {
					const evidence = [seenOn(object, 'x')];
					yield {verdict: 'struggling', confidence: 'certain', title: 'Drift', evidence, next: []};
				},
			}),
		];
		const {show, engine} = createDiagnosis(rules);
		show([...broken('api'), anObject('v1', 'Service', 'postgres', {spec: {selector: {app: 'pg'}}})], now);
		expect(titles(engine.findings)).toEqual([['drift', ['crash']]]);
	});

	test('what is no trouble by itself is the cause of who misses it', () => {
		const rule = ruleOf('crash', {}, pods => [
			pods[0]?.name.startsWith('batch') === true
				? {verdict: 'info', canBeMissed: true}
				: {verdict: 'doomed', follows: ['deployment-batch']},
		]);
		const {show, engine} = createDiagnosis([rule]);
		show(broken('batch'), now);
		expect(engine.findings[0]).toMatchObject({verdict: 'info', consequences: []});
		show([...broken('batch'), ...broken('api')], now);
		expect(engine.findings).toMatchObject([
			{
				verdict: 'doomed',
				object: {name: 'batch'},
				because: 'api: Thing of crash',
				consequences: [{verdict: 'doomed'}],
			},
		]);
	});

	test('two that blame each other do not hang, and one of them is the cause', () => {
		const rule = ruleOf('crash', {}, pods => [
			{follows: [pods[0]?.name.startsWith('api') === true ? 'deployment-web' : 'deployment-api']},
		]);
		const {show, engine} = createDiagnosis([rule]);
		show([...broken('api'), ...broken('web')], now);
		expect(engine.findings).toHaveLength(1);
		expect(engine.findings[0]?.consequences).toHaveLength(1);
	});
});
