import type {KubeObject} from '../objects.ts';
import {SHOP} from './names.ts';
import {type ContainerPart, deploymentObject, serviceObject} from './workload.ts';

/** What differs between revisions of the api. */
export interface ApiRevision {
	readonly version: string;
	readonly cause: string;
	/** Connections that SQLAlchemy keeps per process; 5 when missing. */
	readonly poolSize?: number;
	/** Those that it opens above that for a moment; 5 when missing. */
	readonly maxOverflow?: number;
	/** Where its database is; Postgres itself when missing. */
	readonly database?: string;
	/** Annotations of its pods. */
	readonly annotations?: Readonly<Record<string, string>>;
	/** What this one has otherwise in its container, in its pods, and in its Deployment. */
	readonly container?: Partial<ContainerPart>;
	readonly pod?: object;
	readonly spec?: object;
}

/** The api: FastAPI and SQLAlchemy on uvicorn, two workers per pod. */
export function apiDeployment({
	version,
	cause,
	poolSize = 5,
	maxOverflow = 5,
	database = 'postgres:5432',
	annotations,
	container = {},
	pod = {},
	spec = {},
}: ApiRevision): KubeObject {
	return deploymentObject({
		namespace: SHOP,
		name: 'api',
		version,
		cause,
		replicas: 3,
		...(annotations === undefined ? {} : {annotations}),
		spec: {
			revisionHistoryLimit: 5,
			progressDeadlineSeconds: 60,
			strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 2, maxUnavailable: 0}},
			...spec,
		},
		container: {
			image: `registry.example.com/shop/api:${version}`,
			args: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000', '--workers', '2'],
			ports: [{name: 'http', containerPort: 8000}],
			env: [
				{name: 'DB_POOL_SIZE', value: String(poolSize)},
				{name: 'DB_MAX_OVERFLOW', value: String(maxOverflow)},
				{name: 'DATABASE_URL', value: `postgresql+psycopg://shop@${database}/shop`},
				{name: 'PGPASSWORD', valueFrom: {secretKeyRef: {name: 'postgres', key: 'password'}}},
			],
			envFrom: [{configMapRef: {name: 'api'}}],
			readinessProbe: {
				httpGet: {path: '/readyz', port: 'http'},
				initialDelaySeconds: 2,
				periodSeconds: 5,
				timeoutSeconds: 2,
			},
			livenessProbe: {
				httpGet: {path: '/livez', port: 'http'},
				initialDelaySeconds: 10,
				periodSeconds: 10,
				timeoutSeconds: 2,
			},
			resources: {requests: {cpu: '250m', memory: '256Mi'}, limits: {cpu: '1', memory: '512Mi'}},
			...container,
		},
		pod,
	});
}

/** What stands around the api: address, way in, configuration, autoscaler. */
export function apiSurroundings(): KubeObject[] {
	const metadata = {name: 'api', namespace: SHOP};
	const backend = {service: {name: 'api', port: {name: 'http'}}};
	return [
		serviceObject(SHOP, 'api', 'http', 80),
		{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'shop-tls', namespace: SHOP}, type: 'kubernetes.io/tls'},
		{
			apiVersion: 'v1',
			kind: 'ConfigMap',
			metadata,
			data: {LOG_LEVEL: 'info', FEATURES: 'checkout,recommendations'},
		},
		{
			apiVersion: 'networking.k8s.io/v1',
			kind: 'Ingress',
			metadata,
			spec: {
				ingressClassName: 'nginx',
				tls: [{hosts: ['shop.example.com'], secretName: 'shop-tls'}],
				rules: [{host: 'shop.example.com', http: {paths: [{path: '/api', pathType: 'Prefix', backend}]}}],
			},
			status: {loadBalancer: {ingress: [{ip: '192.0.2.10'}]}},
		},
		{
			apiVersion: 'autoscaling/v2',
			kind: 'HorizontalPodAutoscaler',
			metadata,
			spec: {
				scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
				minReplicas: 3,
				maxReplicas: 10,
				metrics: [
					{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}},
				],
			},
		},
	];
}
