import {describe, expect, test} from 'vitest';
import {managerOf} from '../../src/kinds/applied-by.ts';
import {plainSpec} from '../../src/kinds/example.ts';
import {podSpecOf} from '../../src/kinds/pod-spec.ts';
import {createIntern} from '../../src/lib/intern.ts';

describe('what a pod asks for', () => {
	test('is read whole, and the token that every pod gets is left out', () => {
		const spec = podSpecOf(
			{
				nodeSelector: {disktype: 'ssd'},
				serviceAccountName: 'api',
				imagePullSecrets: [{name: 'registry'}],
				priorityClassName: 'high',
				terminationGracePeriodSeconds: 5,
				readinessGates: [{conditionType: 'lb/ready'}],
				restartPolicy: 'OnFailure',
				tolerations: [{key: 'pool', value: 'web', effect: 'NoSchedule'}, {operator: 'Exists'}],
				schedulerName: 'bin-packer',
				schedulingGates: [{name: 'quota/wait'}],
				topologySpreadConstraints: [
					{
						topologyKey: 'zone',
						maxSkew: 2,
						whenUnsatisfiable: 'DoNotSchedule',
						labelSelector: {matchLabels: {app: 'api'}},
					},
					{topologyKey: 'host', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway'},
				],
				affinity: {
					podAntiAffinity: {
						requiredDuringSchedulingIgnoredDuringExecution: [
							{topologyKey: 'kubernetes.io/hostname', labelSelector: {matchLabels: {app: 'api'}}},
						],
					},
					nodeAffinity: {
						requiredDuringSchedulingIgnoredDuringExecution: {
							nodeSelectorTerms: [
								{
									matchExpressions: [
										{key: 'zone', operator: 'In', values: ['a', 'b']},
										{key: 'gpu', operator: 'Exists'},
									],
									matchFields: [{key: 'metadata.name', operator: 'In', values: ['node-1']}],
								},
							],
						},
					},
				},
				volumes: [
					{name: 'files', configMap: {name: 'api-files'}},
					{name: 'tls', secret: {secretName: 'api-tls', optional: true}},
					{name: 'data', persistentVolumeClaim: {claimName: 'data'}},
					{name: 'all', projected: {sources: [{configMap: {name: 'one'}}, {secret: {name: 'two'}}]}},
					{name: 'kube-api-access-x7k2p', projected: {sources: [{configMap: {name: 'kube-root-ca.crt'}}]}},
					{name: 'tmp', emptyDir: {}},
				],
				initContainers: [
					{name: 'migrate', image: 'api:1'},
					{name: 'proxy', image: 'p', restartPolicy: 'Always'},
				],
				containers: [
					{
						name: 'api',
						image: 'api:1',
						command: ['uvicorn'],
						args: ['app:app', '--port', '8000'],
						env: [
							{name: 'LEVEL', value: 'info'},
							{name: 'EMPTY'},
							{name: 'URL', valueFrom: {secretKeyRef: {name: 'api-db', key: 'url'}}},
							{name: 'MODE', valueFrom: {configMapKeyRef: {name: 'api', key: 'mode', optional: true}}},
							{name: 'NODE', valueFrom: {fieldRef: {fieldPath: 'spec.nodeName'}}},
						],
						envFrom: [{configMapRef: {name: 'api'}}, {secretRef: {name: 'api-db'}}, {prefix: 'X_'}],
						livenessProbe: {httpGet: {port: 'http'}},
						readinessProbe: {
							httpGet: {path: '/ready', port: 8000, scheme: 'HTTPS'},
							initialDelaySeconds: 2,
							periodSeconds: 5,
							timeoutSeconds: 3,
							failureThreshold: 4,
							successThreshold: 2,
						},
						startupProbe: {exec: {command: ['cat', '/ready']}},
						lifecycle: {preStop: {sleep: {seconds: 15}}},
						resources: {
							requests: {cpu: '100m', 'ephemeral-storage': '1Gi'},
							limits: {memory: '256Mi', 'nvidia.com/gpu': '2'},
						},
						ports: [{name: 'http', containerPort: 8000, hostPort: 80}],
					},
				],
			},
			createIntern(),
		);
		const probe = {path: '', port: '', scheme: '', initialDelayMs: 0, periodMs: 10_000, timeoutMs: 1000};
		const limits = {failureThreshold: 3, successThreshold: 1};
		expect(spec).toEqual({
			...plainSpec([
				{name: 'migrate', image: 'api:1', role: 'init'},
				{name: 'proxy', image: 'p', role: 'sidecar'},
				{
					name: 'api',
					image: 'api:1',
					command: ['uvicorn'],
					args: ['app:app', '--port', '8000'],
					env: [
						{name: 'LEVEL', value: 'info', from: undefined},
						{name: 'EMPTY', value: '', from: undefined},
						{
							name: 'URL',
							value: undefined,
							from: {kind: 'secret', name: 'api-db', key: 'url', optional: false},
						},
						{
							name: 'MODE',
							value: undefined,
							from: {kind: 'configmap', name: 'api', key: 'mode', optional: true},
						},
						{name: 'NODE', value: undefined, from: undefined},
					],
					envFrom: [
						{kind: 'configmap', name: 'api', optional: false},
						{kind: 'secret', name: 'api-db', optional: false},
					],
					liveness: {...probe, ...limits, how: 'http', port: 'http', path: '/'},
					readiness: {
						how: 'http',
						port: '8000',
						path: '/ready',
						scheme: 'HTTPS',
						initialDelayMs: 2000,
						periodMs: 5000,
						timeoutMs: 3000,
						failureThreshold: 4,
						successThreshold: 2,
					},
					startup: {...probe, ...limits, how: 'exec', path: 'cat /ready'},
					requests: {cpu: 0.1, memory: undefined},
					limits: {cpu: undefined, memory: 268_435_456},
					ports: [{name: 'http', port: 8000, protocol: 'TCP'}],
					hasPreStop: true,
				},
			]),
			volumes: [
				{name: 'files', config: {kind: 'configmap', name: 'api-files', optional: false}, claim: ''},
				{name: 'tls', config: {kind: 'secret', name: 'api-tls', optional: true}, claim: ''},
				{name: 'data', config: undefined, claim: 'data'},
				{name: 'all', config: {kind: 'configmap', name: 'one', optional: false}, claim: ''},
				{name: 'all', config: {kind: 'secret', name: 'two', optional: false}, claim: ''},
				{name: 'tmp', config: undefined, claim: ''},
			],
			nodeSelector: {disktype: 'ssd'},
			nodeAffinity: ['zone In (a, b) and gpu Exists and metadata.name In (node-1)'],
			tolerations: [
				{key: 'pool', operator: 'Equal', value: 'web', effect: 'NoSchedule'},
				{key: '', operator: 'Exists', value: '', effect: ''},
			],
			serviceAccount: 'api',
			pullSecrets: ['registry'],
			priorityClass: 'high',
			graceMs: 5000,
			readinessGates: ['lb/ready'],
			restartPolicy: 'OnFailure',
			placement: {
				scheduler: 'bin-packer',
				gates: ['quota/wait'],
				terms: [
					[
						{key: 'zone', isField: false, operator: 'In', values: ['a', 'b']},
						{key: 'gpu', isField: false, operator: 'Exists', values: []},
						{key: 'metadata.name', isField: true, operator: 'In', values: ['node-1']},
					],
				],
				spread: [
					{
						how: 'apart',
						topologyKey: 'kubernetes.io/hostname',
						selector: {matchLabels: {app: 'api'}, matchExpressions: []},
						skewMax: 0,
					},
					{
						how: 'evenly',
						topologyKey: 'zone',
						selector: {matchLabels: {app: 'api'}, matchExpressions: []},
						skewMax: 2,
					},
				],
				hostPorts: [80],
				requests: {'ephemeral-storage': 2 ** 30, 'nvidia.com/gpu': 2},
			},
		});
	});

	test('pods of one template share one', () => {
		const intern = createIntern();
		const spec = () => podSpecOf({containers: [{name: 'api', image: 'api:1'}]}, intern);
		expect(spec()).toBe(spec());
	});
});

test.each([
	['nobody', {}, ''],
	[
		'Argo CD by its annotation',
		{annotations: {'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/api'}},
		'Argo CD app shop',
	],
	['Argo CD by its label', {labels: {'argocd.argoproj.io/instance': 'shop'}}, 'Argo CD app shop'],
	['Flux', {labels: {'kustomize.toolkit.fluxcd.io/name': 'apps'}}, 'Flux Kustomization apps'],
	['a Helm release of Flux', {labels: {'helm.toolkit.fluxcd.io/name': 'api'}}, 'Flux HelmRelease api'],
	['Helm', {annotations: {'meta.helm.sh/release-name': 'api'}}, 'Helm release api'],
])('%s applies it', (_, metadata, expected) => {
	expect(managerOf(metadata)).toBe(expected);
});
