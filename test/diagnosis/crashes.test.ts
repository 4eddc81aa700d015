import {describe, expect, test} from 'vitest';
import {hostInEnvironment} from '../../src/diagnosis/environment-host.ts';
import {ago, aPod, aDeployment, aReplicaSet, type ApiObject, crashed, NOON} from '../../src/diagnosis/example.ts';
import {
	aDatabase,
	aDatabaseError,
	aFailedStart,
	aFailingDeployment,
	aFailingRollout,
} from '../../src/diagnosis/example-crashes.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import type {ContainerSpec} from '../../src/model/pod-spec.ts';
import {createDiagnosis, type Diagnosis} from '../support/diagnose.ts';

const now = Date.parse(NOON);

/** Only those that read crashes: what follows from them is another matter. */
const IDS =
	/^(?:crash-loop|command-finishes|init-container|module|setting|wrong-arch|address|file|disk|schema|out-of-memory-in|application|database)/;
const crashRules = rules.filter(({id}) => IDS.test(id));

/** Verdict and rule of what is said, the worst first, consequences behind it. */
function said({engine}: Diagnosis): readonly string[] {
	expect([...engine.broken]).toEqual([]);
	return engine.findings.map(({verdict, rule, consequences}) =>
		[`${verdict} ${rule}`, ...consequences.map(one => one.rule)].join(' > '),
	);
}

function at(objects: readonly ApiObject[], log?: string): readonly string[] {
	const diagnosis = createDiagnosis(crashRules);
	diagnosis.show(objects, now, log === undefined ? {} : {logs: {'api-rs2-x/api': log, 'api-rs1-a/api': log}});
	return said(diagnosis);
}

describe('one cause is said of a crash', () => {
	test.each([
		["ModuleNotFoundError: No module named 'redis'", 'doomed module-missing > crash-loop'],
		["KeyError: 'DATABASE_URL'", 'doomed setting-missing > crash-loop'],
		['exec /bin/x: exec format error', 'doomed wrong-architecture > crash-loop'],
		['bind: [Errno 98] address already in use', 'doomed address-in-use > crash-loop'],
		["PermissionError: [Errno 13] Permission denied: '/data'", 'doomed file-missing-or-forbidden > crash-loop'],
		['OSError: [Errno 28] No space left on device', 'struggling disk-full > crash-loop'],
		['MemoryError', 'doomed out-of-memory-in-app > crash-loop'],
		['psycopg.errors.UndefinedTable: relation "items" does not exist', 'struggling schema-mismatch > crash-loop'],
		[aFailedStart('ValueError: bad rate'), 'doomed application-startup-failed > crash-loop'],
		[aFailedStart(aDatabaseError('Connection refused')), 'struggling database-refused > crash-loop'],
		[aFailedStart(aDatabaseError('timeout expired')), 'struggling database-timeout > crash-loop'],
		[
			aFailedStart(aDatabaseError('FATAL:  sorry, too many clients already')),
			'doomed database-connection-slots > crash-loop',
		],
		['ValueError: bad rate', 'doomed crash-loop'],
		['', 'doomed crash-loop'],
	])('%s', (log, expected) => {
		expect(at(aFailingRollout(), log)).toEqual([expected]);
	});
});

describe('time passes, and nothing else', () => {
	test('a crash that is over is forgotten after ten minutes', () => {
		const exit = {exitCode: 1, reason: 'Error', startedAt: ago(7200), finishedAt: ago(590)};
		const status = {name: 'api', ready: true, started: true, restartCount: 1};
		const objects = [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', {
				status: {
					containerStatuses: [
						{...status, state: {running: {startedAt: ago(589)}}, lastState: {terminated: exit}},
					],
				},
			}),
		];
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show(objects, now);
		expect(said(diagnosis)).toEqual(['info crash-loop']);
		diagnosis.show(objects, now + 11_000);
		expect(said(diagnosis)).toEqual([]);
	});

	test('who outlives the runs that failed does not crash any more', () => {
		const objects = aFailingRollout(1, {state: {waiting: undefined, running: {startedAt: ago(10)}}});
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show(objects, now);
		expect(said(diagnosis)).toEqual(['struggling crash-loop']);
		diagnosis.show(objects, now + 25_000);
		expect(said(diagnosis)).toEqual([]);
	});

	test('a database that gets ready turns alarm into patience', () => {
		const logs = {'api-rs1-a/api': aFailedStart(aDatabaseError('Connection refused'))};
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show([...aFailingDeployment(3), ...aDatabase({ready: false})], now, {logs});
		expect(said(diagnosis)).toEqual(['struggling database-refused > crash-loop']);
		const ready = [...aFailingDeployment(3), ...aDatabase({since: new Date(now).toISOString()})];
		diagnosis.show(ready, now + 1000, {logs});
		diagnosis.show(ready, now + 3000, {logs});
		expect(said(diagnosis)).toEqual(['progressing database-refused']);
	});
});

describe('odd statuses', () => {
	test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['without times', {}, {startedAt: undefined, finishedAt: undefined}],
		['with times that are none', {}, {startedAt: 'yesterday', finishedAt: ''}],
		['of the future', {}, {startedAt: '2036-11-24T11:59:38Z', finishedAt: '2036-11-24T11:59:40Z'}],
		['without a reason', {}, {reason: undefined}],
		['with a signal', {}, {exitCode: 0, signal: 9}],
		['with a message of the program', {}, {message: '\u001B[31mValueError: bad\u001B[0m'}],
		['with a huge message', {}, {message: 'x'.repeat(100_000)}],
		['with a count that is none', {restartCount: 'many'}, {}],
	])('%s', (_name, status, exit) => {
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show(aFailingRollout(1, status, exit), now);
		expect([...diagnosis.engine.broken]).toEqual([]);
		for (const {title, since, evidence} of diagnosis.engine.findings) {
			expect(title.length).toBeLessThan(160);
			expect(since).toBeGreaterThan(Date.parse('2026-11-24T00:00:00Z'));
			expect(JSON.stringify(evidence)).not.toMatch(/NaN|undefined|1970/);
		}
	});

	test('a log without a limit in what it names', () => {
		const log = `ModuleNotFoundError: No module named '${'a.'.repeat(2000)}'`;
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show(aFailingRollout(), now, {logs: {'api-rs2-x/api': log}});
		expect(diagnosis.engine.findings[0]?.title.length).toBeLessThan(160);
	});

	test('the words of a sibling are evidence of the sibling', () => {
		const diagnosis = createDiagnosis(crashRules);
		diagnosis.show(aFailingDeployment(), now, {logs: {'api-rs1-b/api': 'ValueError: bad'}});
		const [evidence] = diagnosis.engine.findings[0]?.evidence ?? [];
		expect([evidence?.text, evidence?.object.name]).toEqual(['ValueError: bad', 'api-rs1-b']);
	});
});

describe('where the environment says that a system is', () => {
	const specOf = (env: Readonly<Record<string, string | undefined>>): ContainerSpec =>
		({
			env: Object.entries(env).map(([name, value]) => ({name, value, from: undefined})),
		}) as unknown as ContainerSpec;

	test.each([
		[
			{DATABASE_URL: 'postgresql+psycopg://shop:a@postgres:5432/shop'},
			'PostgreSQL',
			{host: 'postgres', port: 5432},
		],
		[{SPRING_URL: 'jdbc:postgresql://db/shop'}, 'PostgreSQL', {host: 'db', port: undefined}],
		[{PGHOST: 'db.data'}, 'PostgreSQL', {host: 'db.data', port: undefined}],
		[{CACHE: 'rediss://:a@cache:6380/0', DATABASE_URL: 'postgres://db/x'}, 'Redis', {host: 'cache', port: 6380}],
		[{CACHE: 'redis://cache', DATABASE_URL: 'postgres://db/x'}, '', undefined],
		[{DATABASE_URL: undefined}, 'PostgreSQL', undefined],
		[{DATABASE_URL: 'mysql://db/x'}, 'PostgreSQL', undefined],
		[{}, 'Kafka', undefined],
	] as const)('%o for %s', (env, system, expected) => {
		expect(hostInEnvironment(specOf(env), system)).toEqual(expected);
	});
});

test('a healthy pod that crashes for the first time is left to Kubernetes', () => {
	const objects = [
		aDeployment('api'),
		aReplicaSet('api', 1),
		aPod('api', 1, 'a', {
			...crashed('api', 1, {
				restartCount: 0,
				state: {
					waiting: undefined,
					terminated: {exitCode: 1, reason: 'Error', startedAt: ago(60), finishedAt: ago(1)},
				},
				lastState: {terminated: undefined},
			}),
		}),
	];
	expect(at(objects, 'ValueError: bad')).toEqual([]);
});
