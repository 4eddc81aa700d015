import {describe, expect, test} from 'vitest';
import {rules} from '../../src/diagnosis/rules.ts';
import type {Finding} from '../../src/model/finding.ts';
import {mistakesOf} from '../support/case-verdict.ts';
import {findCases, type RecordedCase} from '../support/cases.ts';
import {createDiagnosis} from '../support/diagnose.ts';

/** Failures of a real service on a real node: what we say of them must be what is true of them. */
const cases = findCases();

/** Kinds that were listed at the end and not watched. */
const LISTED_ONLY = [
	...['configmaps', 'nodes', 'horizontalpodautoscalers', 'persistentvolumeclaims', 'namespaces', 'secrets'],
	...['ingresses', 'cronjobs'],
];
const LISTED = [
	...['pods', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', 'services', 'endpointslices', 'events'],
	...['jobs', ...LISTED_ONLY],
];

const KINDS: Readonly<Record<string, string>> = {
	deployment: 'Deployment',
	statefulset: 'StatefulSet',
	daemonset: 'DaemonSet',
	service: 'Service',
	ingress: 'Ingress',
	job: 'Job',
	cronjob: 'CronJob',
	pod: 'Pod',
	node: 'Node',
	hpa: 'HorizontalPodAutoscaler',
	persistentvolumeclaim: 'PersistentVolumeClaim',
};

function isAlarm({verdict}: Finding): boolean {
	return verdict === 'doomed' || verdict === 'struggling';
}

/** All that a person reads of a finding. */
function textOf(finding: Finding): string {
	const {title, because, extent, evidence, next, consequences} = finding;
	const below = consequences.map(({title: words}) => words);
	return [title, because, extent, ...evidence.map(({text}) => text), ...next, ...below].join('\n');
}

function objectOf({object: {kind, namespace, name}}: Finding): string {
	return `${KINDS[kind] ?? kind}/${namespace}/${name}`;
}

function usageOf(recorded: RecordedCase): Record<string, {cpu: number; memory: number}> {
	void recorded;
	return {};
}

function atTheEnd(recorded: RecordedCase): readonly Finding[] {
	const diagnosis = createDiagnosis(rules);
	const objects = LISTED.flatMap(plural => recorded.objects(plural));
	diagnosis.show(objects, endOf(recorded), {
		logs: recorded.logs(),
		running: recorded.running(),
		usage: usageOf(recorded),
	});
	expect([...diagnosis.engine.broken]).toEqual([]);
	return diagnosis.engine.findings;
}

/** Logs were read after the objects. */
function endOf({at, running}: RecordedCase): number {
	const last = Object.values(running()).map(text =>
		Date.parse(text.trimEnd().split('\n').at(-1)?.slice(0, 30) ?? ''),
	);
	return Math.max(at, ...last.filter(time => !Number.isNaN(time)));
}

/** What was said at a moment of the recording. */
interface Said {
	readonly t: number;
	readonly findings: readonly Finding[];
}

/**
 * What was said at each second of the recording, each time it changed. Played faster, objects look older than the time for which they
 * have been there, as with a clock that is ahead of the cluster's; `anew` asks as somebody does who has just come.
 */
function overTime(recorded: RecordedCase, {speed = 1, anew = false} = {}): readonly Said[] {
	let diagnosis = createDiagnosis(rules);
	const objects = new Map<string, unknown>();
	for (const object of LISTED_ONLY.flatMap(plural => recorded.objects(plural))) objects.set(uidOf(object), object);
	const said: Said[] = [];
	const end = endOf(recorded);
	const [logs, running] = [recorded.logs(), recorded.running()];
	let epoch = 0;
	let second = 0;
	const look = (t: number): void => {
		if (anew) diagnosis = createDiagnosis(rules);
		const seenAt = (epoch + t) * 1000;
		const now = end - (end - seenAt) / speed;
		diagnosis.show([...objects.values()], now, {logs, running, writtenUntil: seenAt});
		const {findings} = diagnosis.engine;
		if (said.at(-1)?.findings !== findings) said.push({t, findings});
	};
	for (const {t, kind, type, object} of recorded.history()) {
		if (kind === 'Meta') {
			epoch = (object as {epoch?: number}).epoch ?? epoch;
			continue;
		}
		while (second < Math.floor(t)) {
			second += 1;
			look(second);
		}
		if (type === 'DELETED') objects.delete(uidOf(object));
		else objects.set(uidOf(object), object);
	}
	look(Math.max(second, end / 1000 - epoch));
	return said;
}

const WAYS = [{}, {speed: 10}, {speed: 10, anew: true}];

function uidOf(object: unknown): string {
	return (object as {metadata: {uid: string}}).metadata.uid;
}

if ('skipped' in cases) test.skip(`the recorded cases: ${cases.skipped}`, () => undefined);
else {
	const failing = cases.filter(({expected}) => !expected.healthy);
	const healthy = cases.filter(({expected}) => expected.healthy);

	describe('what is said of a failure at its end', () => {
		test.each([...failing])('$id', recorded => {
			const [first] = atTheEnd(recorded);
			const said = first && {object: objectOf(first), verdict: first.verdict, text: textOf(first)};
			expect({said, mistakes: mistakesOf(said, recorded.expected)}).toEqual({said, mistakes: []});
		});
	});

	describe('what is said of a failure while it comes', () => {
		test.each([...failing])('$id ends where it must, and on one cause', recorded => {
			const [atEnd] = atTheEnd(recorded);
			for (const way of WAYS) {
				const last = overTime(recorded, way).at(-1)?.findings[0];
				expect([way, last?.rule, last?.verdict]).toEqual([way, atEnd?.rule, atEnd?.verdict]);
			}
		});
	});

	describe('nothing alarms where all is well', () => {
		test.each([...healthy])('$id', recorded => {
			const ways = WAYS.flatMap(way => overTime(recorded, way).flatMap(({findings}) => findings));
			const alarms = [...atTheEnd(recorded), ...ways].filter(isAlarm);
			expect(alarms.map(({rule, title}) => `${rule}: ${title}`)).toEqual([]);
		});
	});
}
