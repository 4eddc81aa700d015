/** A pod as an API server writes it: about 9.3 KB of JSON, of which 3.7 KB are managed fields; no two are alike. */
export function podText(index: number, resourceVersion: string): string {
	const service = `service-${index % 200}`;
	const hash = hex(index % 200, 10);
	const name = `${service}-${hash}-${hex(index, 5)}`;
	const createdAt = new Date(Date.UTC(2026, 9, 1) + index * 61_000).toISOString().replace('.000Z', 'Z');
	const labels = {
		app: service,
		'app.kubernetes.io/instance': `${service}-production`,
		'app.kubernetes.io/version': `1.${index % 40}.0`,
		'pod-template-hash': hash,
		team: `team-${index % 12}`,
	};
	const environment = Array.from({length: 20}, (_, at) => ({
		name: `SETTING_${hex(at + index, 6).toUpperCase()}`,
		value: `${hex(index * 31 + at, 8)}.${service}.internal:${8000 + at}`,
	}));
	const probe = (path: string): object => ({
		httpGet: {path, port: 'http', scheme: 'HTTP'},
		initialDelaySeconds: 5,
		timeoutSeconds: 1,
		periodSeconds: 10,
		successThreshold: 1,
		failureThreshold: 3,
	});
	const image = `registry.example.com/${service}:1.${index % 40}.0`;
	const status = (container: string): object => ({
		name: container,
		state: {running: {startedAt: createdAt}},
		lastState: {},
		ready: true,
		restartCount: index % 50 === 0 ? 3 : 0,
		image,
		imageID: `registry.example.com/${service}@sha256:${hex(index % 200, 64)}`,
		containerID: `containerd://${hex(index, 64)}`,
		started: true,
	});
	const token = {name: `kube-api-access-${hex(index, 5)}`};
	const container = (named: string): object => ({
		name: named,
		image,
		ports: [{name: 'http', containerPort: 8080, protocol: 'TCP'}],
		env: named === 'app' ? environment : undefined,
		resources: {limits: {cpu: '500m', memory: '512Mi'}, requests: {cpu: '100m', memory: '256Mi'}},
		volumeMounts: [{...token, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount'}],
		livenessProbe: probe('/health/live'),
		readinessProbe: probe('/health/ready'),
		terminationMessagePath: '/dev/termination-log',
		terminationMessagePolicy: 'File',
		imagePullPolicy: 'IfNotPresent',
	});
	return JSON.stringify({
		metadata: {
			name,
			generateName: `${service}-${hash}-`,
			namespace: `namespace-${index % 20}`,
			uid: `${hex(index, 8)}-1d4f-4c8e-9f00-${hex(index, 12)}`,
			resourceVersion,
			creationTimestamp: createdAt,
			labels,
			annotations: {
				'prometheus.io/scrape': 'true',
				'prometheus.io/port': '9090',
				'checksum/config': hex(index % 200, 64),
				note: `Überwacht, "quoted" and \\ escaped, ${index}`,
			},
			ownerReferences: [
				{
					apiVersion: 'apps/v1',
					kind: 'ReplicaSet',
					name: `${service}-${hash}`,
					uid: `${hex(index % 200, 8)}-aaaa-4bbb-8ccc-${hex(index % 200, 12)}`,
					controller: true,
					blockOwnerDeletion: true,
				},
			],
			managedFields: managedFields(createdAt, environment, index),
		},
		spec: {
			volumes: [
				{...token, projected: {sources: [{serviceAccountToken: {expirationSeconds: 3607, path: 'token'}}]}},
			],
			containers: [container('app'), container('proxy')],
			restartPolicy: 'Always',
			terminationGracePeriodSeconds: 30,
			dnsPolicy: 'ClusterFirst',
			serviceAccountName: service,
			nodeName: `node-${index % 300}`,
			securityContext: {},
			schedulerName: 'default-scheduler',
			tolerations: [
				{key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300},
			],
			priority: 0,
			enableServiceLinks: true,
			preemptionPolicy: 'PreemptLowerPriority',
		},
		status: {
			phase: 'Running',
			conditions: CONDITIONS.map(type => ({
				type,
				status: 'True',
				lastProbeTime: null,
				lastTransitionTime: createdAt,
			})),
			hostIP: `10.0.${index % 200}.${index % 250}`,
			podIP: `10.${index % 250}.${index % 200}.${index % 240}`,
			startTime: createdAt,
			containerStatuses: [status('app'), status('proxy')],
			qosClass: 'Burstable',
		},
	});
}

const CONDITIONS = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];

/** As the API server writes them: one entry per writer, each a tree of empty objects. */
function managedFields(time: string, environment: readonly {readonly name: string}[], index: number): object[] {
	const owned = (keys: readonly string[]): object => Object.fromEntries(keys.map(key => [`f:${key}`, {}]));
	const settings = environment.map(({name}) => [`k:{"name":"${name}"}`, {'.': {}, 'f:name': {}, 'f:value': {}}]);
	const probe = owned([
		'failureThreshold',
		'initialDelaySeconds',
		'periodSeconds',
		'successThreshold',
		'timeoutSeconds',
	]);
	const container = {
		'.': {},
		...owned(['image', 'imagePullPolicy', 'name', 'terminationMessagePath', 'terminationMessagePolicy']),
		'f:livenessProbe': {'.': {}, 'f:httpGet': {'.': {}, ...owned(['path', 'port', 'scheme'])}, ...probe},
		'f:readinessProbe': {'.': {}, 'f:httpGet': {'.': {}, ...owned(['path', 'port', 'scheme'])}, ...probe},
		'f:ports': {
			'.': {},
			'k:{"containerPort":8080,"protocol":"TCP"}': {'.': {}, ...owned(['containerPort', 'name', 'protocol'])},
		},
		'f:volumeMounts': {
			'.': {},
			'k:{"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}': {
				'.': {},
				...owned(['mountPath', 'name', 'readOnly']),
			},
		},
		'f:resources': {'.': {}, 'f:limits': owned(['cpu', 'memory']), 'f:requests': owned(['cpu', 'memory'])},
	};
	const condition = (type: string): [string, object] => [
		`k:{"type":"${type}"}`,
		{'.': {}, ...owned(['lastProbeTime', 'lastTransitionTime', 'status', 'type'])},
	];
	return [
		{
			manager: 'kube-controller-manager',
			operation: 'Update',
			apiVersion: 'v1',
			time,
			fieldsType: 'FieldsV1',
			fieldsV1: {
				'f:metadata': {
					'f:annotations': {
						'.': {},
						...owned(['prometheus.io/scrape', 'prometheus.io/port', 'checksum/config']),
					},
					'f:generateName': {},
					'f:labels': {'.': {}, ...owned(['app', 'pod-template-hash', 'team'])},
					'f:ownerReferences': {
						'.': {},
						[`k:{"uid":"${hex(index % 200, 8)}-aaaa-4bbb-8ccc-${hex(index % 200, 12)}"}`]: {},
					},
				},
				'f:spec': {
					'f:containers': {
						'k:{"name":"app"}': {...container, 'f:env': {'.': {}, ...Object.fromEntries(settings)}},
						'k:{"name":"proxy"}': container,
					},
					...owned(['dnsPolicy', 'enableServiceLinks', 'restartPolicy', 'schedulerName', 'securityContext']),
				},
			},
		},
		{
			manager: 'kubelet',
			operation: 'Update',
			apiVersion: 'v1',
			time,
			fieldsType: 'FieldsV1',
			fieldsV1: {
				'f:status': {
					'f:conditions': Object.fromEntries(CONDITIONS.map(condition)),
					...owned(['containerStatuses', 'hostIP', 'phase', 'podIP', 'podIPs', 'startTime']),
				},
			},
			subresource: 'status',
		},
	];
}

/** Digits that look like chance and are the same in every run. */
function hex(seed: number, length: number): string {
	let text = '';
	for (let state = seed + 1; text.length < length; state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) {
		text += Math.floor(state / 128)
			.toString(16)
			.padStart(6, '0')
			.slice(-6);
	}
	return text.slice(0, length);
}
