import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Report, ReportedFinding} from '../../src/modes/check/report.ts';
import {findKit} from '../support/kit.ts';
import {privateFolder, runInPipes} from '../support/program.ts';
import {openProgram} from '../support/pty.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

/** Failures made on a real API server, as people make them: what the built program says of them. */
const kit = findKit();

interface Story {
	readonly name: string;
	/** Labels and annotations of the pods, by which the kit lets them fail. */
	readonly labels?: object;
	readonly annotations?: object;
	readonly container?: object;
	readonly spec?: object;
	/** What the first finding of the service must say. */
	readonly says: RegExp;
	readonly verdicts: readonly string[];
}

const STORIES: readonly Story[] = [
	{
		name: 'crash',
		labels: {'kit/fail': 'crash'},
		annotations: {'kit/backoff': '3s'},
		says: /exit/i,
		verdicts: ['doomed', 'struggling'],
	},
	{
		name: 'oom',
		labels: {'kit/fail': 'oom'},
		annotations: {'kit/backoff': '3s'},
		container: {resources: {limits: {memory: '128Mi'}}},
		says: /memory[\s\S]*128Mi/i,
		verdicts: ['doomed', 'struggling'],
	},
	{
		name: 'liveness',
		labels: {'kit/fail': 'liveness'},
		annotations: {'kit/backoff': '3s', 'kit/fail-after': '5s'},
		container: {livenessProbe: {httpGet: {path: '/livez', port: 8000}}},
		says: /liveness/i,
		verdicts: ['struggling'],
	},
	{
		name: 'unready',
		labels: {'kit/fail': 'unready'},
		container: {readinessProbe: {httpGet: {path: '/readyz', port: 8000}, periodSeconds: 5}},
		says: /readiness[\s\S]*503/i,
		verdicts: ['struggling'],
	},
	{name: 'image', labels: {'kit/fail': 'image'}, says: /image/i, verdicts: ['doomed', 'struggling']},
	{
		name: 'config',
		labels: {'kit/fail': 'config'},
		annotations: {'kit/message': `couldn't find key LEVEL in ConfigMap story/config`},
		container: {env: [{name: 'LEVEL', valueFrom: {configMapKeyRef: {name: 'config', key: 'LEVEL'}}}]},
		says: /LEVEL[\s\S]*config/,
		verdicts: ['doomed', 'struggling'],
	},
	{name: 'huge', container: {resources: {requests: {cpu: '64'}}}, says: /cpu/i, verdicts: ['doomed', 'struggling']},
	{name: 'choosy', spec: {nodeSelector: {disktype: 'ssd'}}, says: /disktype/, verdicts: ['doomed', 'struggling']},
];

if ('skipped' in kit) test.skip(`a real API server: ${kit.skipped}`, () => undefined);
else {
	describe('failures on a real API server', () => {
		let cluster: RealCluster;
		const apply = (objects: readonly object[]): void => {
			const file = join(privateFolder(), 'manifest.json');
			writeFileSync(file, JSON.stringify({apiVersion: 'v1', kind: 'List', items: objects}));
			cluster.kubectl('apply', '-f', file);
		};
		const check = async (namespace: string): Promise<Report> => {
			const {stdout, stderr} = await runInPipes({
				args: ['check', '--kubeconfig', cluster.kubeconfig, '-n', namespace, '-o', 'json'],
			});
			expect(stderr).toBe('');
			return JSON.parse(stdout) as Report;
		};
		beforeAll(() => {
			cluster = startCluster(kit);
		});
		afterAll(() => cluster.stop());

		test('each is named, and nothing is said of what is well', async () => {
			cluster.kubectl('create', 'namespace', 'story');
			apply([
				{
					apiVersion: 'v1',
					kind: 'ConfigMap',
					metadata: {name: 'config', namespace: 'story'},
					data: {LEVELS: 'info'},
				},
				...[{name: 'well'}, ...STORIES].map(story => deploymentOf(story)),
			]);
			const waiting = new Map(STORIES.map(story => [story.name, story]));
			let report = await check('story');
			for (let asked = 0; waiting.size > 0 && asked < 60; asked++) {
				report = await check('story');
				for (const [name, {says, verdicts}] of waiting) {
					const first = report.findings.find(({object}) => object.name === name);
					if (first !== undefined && says.test(textOf(first)) && verdicts.includes(first.verdict))
						waiting.delete(name);
				}
			}
			expect(
				[...waiting.keys()].map(name => [name, report.findings.filter(({object}) => object.name === name)]),
			).toEqual([]);
			expect(report.findings.filter(({object}) => object.name === 'well')).toEqual([]);
			expect(report.verdict).not.toBe('healthy');
		});

		test('a quota that is full is named with its numbers, though there is no pod', async () => {
			cluster.kubectl('create', 'namespace', 'tight');
			apply([
				{
					apiVersion: 'v1',
					kind: 'ResourceQuota',
					metadata: {name: 'small', namespace: 'tight'},
					spec: {hard: {pods: '1'}},
				},
				deploymentOf({name: 'crowd', namespace: 'tight', replicas: 3}),
			]);
			const finding = await firstOf(() => check('tight'), /quota[\s\S]*small/i);
			expect(finding.object).toEqual({kind: 'Deployment', namespace: 'tight', name: 'crowd'});
		});

		test('a release that goes well raises nothing, and one that does not is on the screen within seconds', async () => {
			cluster.kubectl('apply', '-f', cluster.sample('shop.yaml'));
			// Its Ingress names one that the sample does not have.
			cluster.kubectl('-n', 'shop', 'create', 'secret', 'generic', 'shop-tls');
			cluster.kubectl('-n', 'shop', 'rollout', 'status', 'deploy/api', '--timeout=60s');
			cluster.kubectl('apply', '-f', cluster.sample('api-2-good.yaml'));
			for (let asked = 0; asked < 10; asked++)
				expect((await check('shop')).findings.filter(({severity}) => severity !== 'info')).toEqual([]);
			const program = openProgram({args: ['--kubeconfig', cluster.kubeconfig, '-n', 'shop']});
			await program.until(/● live/);
			cluster.kubectl('apply', '-f', cluster.sample('api-3-broken.yaml'));
			await program.until(/✖.*api/);
			await program.until(/WHY[\s\S]*image/);
			program.press('\u0003');
			expect((await program.exit).code).toBe(0);
			cluster.kubectl('-n', 'shop', 'rollout', 'undo', 'deploy/api');
			cluster.kubectl('-n', 'shop', 'rollout', 'status', 'deploy/api', '--timeout=60s');
			expect((await check('shop')).findings.filter(({severity}) => severity !== 'info')).toEqual([]);
		});

		test('a viewer is told the same, and what it may not see', async () => {
			const {stdout} = await runInPipes({
				args: ['check', '--kubeconfig', cluster.viewerKubeconfig, '-n', 'story', '-o', 'json'],
			});
			const report = JSON.parse(stdout) as Report;
			expect(report.cannotSee.map(({what}) => what)).toEqual(['nodes', 'secrets']);
			expect(report.findings.map(({object}) => object.name)).toEqual(
				expect.arrayContaining(['crash', 'oom', 'image']),
			);
		});
	});
}

function textOf({title, because, evidence}: ReportedFinding): string {
	return [title, because, ...evidence.map(({text}) => text)].join('\n');
}

async function firstOf(ask: () => Promise<Report>, says: RegExp): Promise<ReportedFinding> {
	for (let asked = 0; ; asked++) {
		const {findings} = await ask();
		const found = findings.find(finding => says.test(textOf(finding)));
		if (found !== undefined) return found;
		if (asked === 30) throw new Error(`nobody said ${String(says)}: ${JSON.stringify(findings)}`);
	}
}

function deploymentOf(
	story: Partial<Story> & {readonly name: string; readonly namespace?: string; readonly replicas?: number},
): object {
	const {name, namespace = 'story', replicas = 2, labels = {}, annotations = {}, container = {}, spec = {}} = story;
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: {name, namespace},
		spec: {
			replicas,
			selector: {matchLabels: {app: name}},
			template: {
				metadata: {labels: {app: name, ...labels}, annotations},
				spec: {containers: [{name: 'app', image: `shop/${name}:1`, ...container}], ...spec},
			},
		},
	};
}
