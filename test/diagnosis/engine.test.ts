import {describe, expect, test} from 'vitest';
import {type Draft, defineRule, type Rule} from '../../src/diagnosis/contract.ts';
import {
	aDeployment,
	ago,
	anEvent,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	crashed,
	NOON,
	waiting,
} from '../../src/diagnosis/example.ts';
import {seenOn} from '../../src/diagnosis/evidence.ts';
import {createDiagnosis} from '../support/diagnose.ts';

const now = Date.parse(NOON);

/** A rule that says what a test lets it say, and counts how often it is asked. */
function ruleOf(
	id: string,
	fields: Partial<Omit<Rule, 'find' | 'about'>>,
	say: (pods: readonly {readonly name: string}[]) => readonly Partial<Draft>[] = () => [],
): Rule & {readonly asked: () => number} {
	let asked = 0;
	const rule = defineRule({
		id,
		title: 'a thing',
		why: 'Why.',
		remedy: 'What.',
		about: 'pods',
		reads: ['pod'],
		place: 'cause',
		...fields,
		*find(subject) {
			asked += 1;
			const pods = subject.pods.filter(({ready}) => !ready);
			if (pods.length === 0) return;
			for (const draft of say(pods))
				yield {
					verdict: 'struggling',
					confidence: 'certain',
					title: `Thing of ${id}`,
					pods,
					evidence: pods.map(pod => seenOn(pod, 'it shows')),
					next: [],
					...draft,
				};
		},
	});
	return {...rule, asked: () => asked};
}

const healthy = (app: string): readonly ApiObject[] => [
	aDeployment(app),
	aReplicaSet(app, 1),
	...['a', 'b', 'c'].map(suffix => aPod(app, 1, suffix)),
];
const broken = (app: string): readonly ApiObject[] => [
	aDeployment(app),
	aReplicaSet(app, 1),
	aPod(app, 1, 'a', crashed(app, 1)),
	...['b', 'c'].map(suffix => aPod(app, 1, suffix)),
];

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

	test('a clock that is ten minutes ahead or behind begins nothing in the future', () => {
		for (const skewMs of [-600_000, 600_000]) {
			const {show, engine} = createDiagnosis([ruleOf('crash', {}, () => [{since: now}])]);
			show(broken('api'), now + skewMs);
			expect(engine.findings[0]?.since).toBeLessThanOrEqual(now + skewMs);
		}
	});
});
