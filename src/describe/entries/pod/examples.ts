import {ago, anEvent, anObject, aPod, crashed, merge, notReady} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const spec = {
	nodeName: 'ip-10-1',
	serviceAccountName: 'api',
	containers: [
		{
			name: 'api',
			image: 'ghcr.io/shop/api:1.9.0',
			command: ['gunicorn', 'app.main:app', '--token', 'abc123', '--bind', '0.0.0.0:8000 1'],
			ports: [{name: 'http', containerPort: 8000}],
			envFrom: [{configMapRef: {name: 'api'}}, {secretRef: {name: 'gone', optional: true}}],
			env: [
				{name: 'DB_POOL_SIZE', value: '15'},
				{name: 'API_TOKEN', value: 'hunter2-token'},
				{name: 'DATABASE_URL', value: 'postgresql://shop:hunter2@postgres:5432/shop'},
				{name: 'PGPASSWORD', valueFrom: {secretKeyRef: {name: 'postgres', key: 'password'}}},
				{name: 'LEVEL', valueFrom: {configMapKeyRef: {name: 'api', key: 'LOG_LEVL'}}},
				{name: 'POD_IP', valueFrom: {fieldRef: {fieldPath: 'status.podIP'}}},
			],
			livenessProbe: {httpGet: {path: '/health', port: 8000}, periodSeconds: 10, failureThreshold: 3},
			readinessProbe: {httpGet: {path: '/ready', port: 'http'}, timeoutSeconds: 2, failureThreshold: 1},
			startupProbe: {tcpSocket: {port: 8000}, periodSeconds: 5, failureThreshold: 30},
			resources: {requests: {memory: '256Mi', cpu: '250m'}, limits: {memory: '256Mi'}},
			volumeMounts: [
				{name: 'data', mountPath: '/data'},
				{name: 'conf', mountPath: '/etc/api', readOnly: true},
			],
		},
	],
	volumes: [
		{name: 'data', persistentVolumeClaim: {claimName: 'uploads'}},
		{name: 'conf', configMap: {name: 'api'}},
		{name: 'scratch', emptyDir: {medium: 'Memory', sizeLimit: '64Mi'}},
		{name: 'kube-api-access-x', projected: {sources: []}},
	],
};

const metadata = {
	managedFields: [
		{
			manager: 'kube-controller-manager',
			time: ago(120),
			fieldsV1: {'f:metadata': {'f:labels': {}}, 'f:spec': {'f:containers': {}, 'f:volumes': {}}},
		},
		{manager: 'kubelet', time: ago(20), subresource: 'status', fieldsV1: {'f:status': {'f:phase': {}}}},
	],
};

const crashing = aPod('api', 2, 'x2xkq', merge(crashed('api', 3), {spec, metadata}));
const running = aPod('api', 1, 'a', {spec});

const around = [
	anObject('v1', 'ConfigMap', 'api', {data: {LOG_LEVEL: 'info'}}),
	anObject('v1', 'Secret', 'postgres', {data: {password: 'aHVudGVyMg=='}}),
	anObject('v1', 'PersistentVolumeClaim', 'uploads', {
		spec: {resources: {requests: {storage: '10Gi'}}},
		status: {phase: 'Pending'},
	}),
];

export default [
	{
		name: 'what is wrong comes first, then the container that crashes, with its exit, its last words and its limits',
		object: crashing,
		around: [
			...around,
			anEvent(crashing, 'BackOff', 'Back-off restarting failed container api in pod api-rs2-x2xkq_shop(pod-1)', {
				count: 9,
			}),
			anEvent(
				crashing,
				'Scheduled',
				'Successfully assigned shop/api-rs2-x2xkq to ip-10-1 by https://a:hunter2@b',
				{
					type: 'Normal',
					lastTimestamp: ago(110),
				},
			),
		],
		findings: [
			{
				title: 'New pods exit at start: the database refuses connections',
				extent: '4 of 5 pods of rev 2',
				because: '5 pods × 25 = 125 connections, 97 usable',
				next: ['roll back to rev 1'],
				object: {kind: 'deployment', namespace: 'shop', name: 'api', uid: 'deployment-api'},
				affects: [{kind: 'pod', namespace: 'shop', name: 'api-rs2-x2xkq', uid: 'pod-api-rs2-x2xkq'}],
			},
			{title: 'Somebody else’s trouble'},
		],
		logs: {'api-rs2-x2xkq/api': 'connecting\nFATAL: sorry, too many clients already (password=hunter2)\n'},
		says: [
			'✖ New pods exit at start: the database refuses connections (4 of 5 pods of rev 2)',
			'  because       5 pods × 25 = 125 connections, 97 usable',
			'  next          roll back to rev 1',
			'STATUS          CrashLoopBackOff · 0/1 ready · ReplicaSet api-rs2 · on ip-10-1 · 10.244.0.7 · 2m ago',
			'CONTAINER api   waiting to restart, next try in 20s · 3 restarts, the last 20s ago',
			'  last run      exit 3 after 2s, ended 11:59:40: application startup failed (uvicorn) or worker failed to boot (gunicorn)',
			'  last words    FATAL: sorry, too many clients already (password=***)',
			'  probes        start TCP :8000 every 5s, killed when not up after 30 misses = 2m30s',
			'                live  GET :8000/health every 10s, killed after 3 misses = 30s',
			'                ready GET :8000/ready every 10s, each within 2s, out of service after 1 miss = 10s',
			'  memory        limit 256Mi, request 256Mi · never measured',
			'  cpu           no limit, request 250m · never measured',
			'CONDITIONS      Ready ✖ ContainersNotReady 110s',
			'                PodScheduled ✔ 110s',
			'EVENTS          11:58:10      Scheduled         Successfully assigned shop/api-rs2-x2xkq to ip-10-1 by https://a:***@b',
			'                11:59:00 ×9   BackOff           Back-off restarting failed container api',
			'IMAGE api       ghcr.io/shop/api:1.9.0',
			"  command       gunicorn app.main:app --token *** --bind '0.0.0.0:8000 1'",
			'  ports         8000 (http)',
			'  env           all of ConfigMap api',
			'                all of Secret gone (there is none, but it is optional)',
			'                DB_POOL_SIZE 15',
			'                API_TOKEN ***',
			'                DATABASE_URL postgresql://shop:***@postgres:5432/shop',
			'                PGPASSWORD password of Secret postgres',
			'                LEVEL LOG_LEVL of ConfigMap api (there is no such key)',
			'                POD_IP status.podIP of the pod',
			'VOLUMES         data             claim uploads, Pending, 10Gi at /data',
			'                conf             ConfigMap api at /etc/api (read only)',
			'                scratch          empty at start, in memory, at most 64Mi mounted nowhere',
			'RUNS',
			'  as            api',
			'LABELS          app api',
			'OWNED BY        ReplicaSet api-rs2',
			'CHANGED         11:59:40 kubelet: status',
			'                11:58:00 kube-controller-manager: metadata.labels, spec.containers, spec.volumes',
			'                11:58:00 created',
		],
		hides: ['hunter2', 'abc123', 'kube-api-access', 'Somebody'],
	},
	{
		name: 'what a pod uses is measured against its limit; what cannot be seen is said',
		object: running,
		usage: {'api-rs1-a': {cpu: 0.12, memory: 240 * 1024 * 1024}},
		unseen: ['event', 'configmap', 'secret', 'persistentvolumeclaim'],
		says: [
			'STATUS          Running · 1/1 ready · ReplicaSet api-rs1 · on ip-10-1 · 10.244.0.7 · 4h ago',
			'CONTAINER api   running for 4h',
			'  memory        limit 256Mi, request 256Mi · uses 240Mi, 94 % of its limit',
			'  cpu           no limit, request 250m · uses 120m, 48 % of its request',
			'CONDITIONS      PodScheduled ✔ 4h · Ready ✔ 4h',
			'EVENTS          no right to list event',
			'                LEVEL LOG_LEVL of ConfigMap api',
			'VOLUMES         data             claim uploads at /data',
		],
		hides: ['there is none', 'no such key'],
	},
	{
		name: 'an init container that has done its work comes last, and one that has not comes first',
		object: aPod('api', 1, 'b', {
			spec: {initContainers: [{name: 'migrate', image: 'shop/migrate:1'}]},
			status: {
				initContainerStatuses: [
					{
						name: 'migrate',
						ready: true,
						restartCount: 0,
						state: {
							terminated: {exitCode: 0, reason: 'Completed', startedAt: ago(60), finishedAt: ago(55)},
						},
					},
				],
			},
		}),
		says: [
			'CONTAINER api   running for 4h',
			'INIT migrate    done: exit 0 after 5s, ended 11:59:05: finished by itself',
			'IMAGE api       shop/api:1.8.2',
			'IMAGE migrate   shop/migrate:1',
		],
	},
	{
		name: 'an evicted pod says why it was',
		object: aPod('api', 1, 'c', {
			status: {phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.'},
		}),
		says: ['  Evicted       The node was low on resource: memory.'],
	},
	{
		name: 'one that is held back says what the kubelet says, and that logs may not be read',
		object: aPod(
			'api',
			2,
			'd',
			notReady('api', {
				restartCount: 1,
				state: {waiting: {reason: 'CreateContainerConfigError', message: 'secret "db" not found'}},
				lastState: {terminated: {exitCode: 137, reason: 'OOMKilled', startedAt: ago(90), finishedAt: ago(60)}},
			}),
		),
		logsForbidden: 'get pods/log in shop',
		says: [
			'CONTAINER api   waiting: CreateContainerConfigError · 1 restart, the last 60s ago',
			'  says          secret "db" not found',
			'  last run      OOMKilled after 30s, ended 11:59:00: killed at its memory limit',
			'  last words    no right to get pods/log in shop',
			'EVENTS          none are kept: a cluster forgets them after an hour or so',
		],
	},
	{
		name: 'names that would move the cursor or turn the reading direction are harmless',
		object: aPod('api', 1, 'e', {
			spec: {
				containers: [
					{
						name: 'api',
						image: '\u001B[2Jshop/api\u202E:1',
						env: [{name: 'A\u001B]0;x\u0007', value: '\u009B31m'}],
					},
				],
			},
		}),
		says: ['IMAGE api       shop/api\uFFFD:1', '  env           A'],
		hides: ['\u001B', '\u202E', '\u009B'],
	},
] satisfies readonly DescriptionExample[];
