import type {KubeObject} from '../objects.ts';
import {labelsOf, PLATFORM, selectorOf, SHOP} from './names.ts';
import {deploymentObject, serviceObject} from './workload.ts';

/** Takes orders from a table and works on them. It has no port, and no probe. */
export function workerDeployment(version: string, cause: string): KubeObject {
	return deploymentObject({
		namespace: SHOP,
		name: 'worker',
		version,
		cause,
		replicas: 2,
		container: {
			image: `registry.example.com/shop/worker:${version}`,
			args: ['python', '-m', 'worker'],
			env: [
				{name: 'DB_POOL_SIZE', value: '2'},
				{name: 'DB_MAX_OVERFLOW', value: '0'},
				{name: 'DATABASE_URL', value: 'postgresql+psycopg://shop@postgres:5432/shop'},
				{name: 'PGPASSWORD', valueFrom: {secretKeyRef: {name: 'postgres', key: 'password'}}},
			],
			resources: {requests: {cpu: '100m', memory: '128Mi'}, limits: {memory: '256Mi'}},
		},
	});
}

/** Sends mail. It has no database. */
export function mailerDeployment(version: string, cause: string): KubeObject {
	return deploymentObject({
		namespace: SHOP,
		name: 'mailer',
		version,
		cause,
		replicas: 3,
		container: {
			image: `registry.example.com/shop/mailer:${version}`,
			ports: [{name: 'http', containerPort: 8080}],
			readinessProbe: {httpGet: {path: '/healthz', port: 'http'}, periodSeconds: 10},
			resources: {requests: {cpu: '50m', memory: '64Mi'}, limits: {memory: '128Mi'}},
		},
	});
}

/** One Postgres, with its password and its name. */
export function postgres(): KubeObject[] {
	const name = 'postgres';
	const metadata = {name, namespace: SHOP};
	const container = {
		name,
		image: 'docker.io/library/postgres:17.6',
		args: ['postgres', '-c', 'max_connections=100'],
		ports: [{name: 'pg', containerPort: 5432}],
		env: [
			{name: 'POSTGRES_DB', value: 'shop'},
			{name: 'POSTGRES_USER', value: 'shop'},
			{name: 'POSTGRES_PASSWORD', valueFrom: {secretKeyRef: {name, key: 'password'}}},
		],
		readinessProbe: {exec: {command: ['pg_isready', '-U', 'shop']}, periodSeconds: 5},
		resources: {requests: {cpu: '500m', memory: '1Gi'}, limits: {memory: '2Gi'}},
		volumeMounts: [{name: 'data', mountPath: '/var/lib/postgresql/data'}],
	};
	const claim = {
		apiVersion: 'v1',
		kind: 'PersistentVolumeClaim',
		metadata: {name: 'data'},
		spec: {accessModes: ['ReadWriteOnce'], resources: {requests: {storage: '20Gi'}}},
	};
	return [
		{apiVersion: 'v1', kind: 'Secret', metadata, stringData: {password: 'not-a-real-password'}},
		serviceObject(SHOP, name, 'pg', 5432, true),
		{
			apiVersion: 'apps/v1',
			kind: 'StatefulSet',
			metadata: {...metadata, labels: labelsOf(name, '17.6')},
			spec: {
				serviceName: name,
				replicas: 1,
				selector: {matchLabels: selectorOf(name)},
				template: {
					metadata: {labels: labelsOf(name, '17.6')},
					spec: {terminationGracePeriodSeconds: 60, containers: [container]},
				},
				volumeClaimTemplates: [claim],
			},
		},
	];
}

/** Ships the logs of its node. */
export function nodeAgent(): KubeObject {
	const name = 'node-agent';
	return {
		apiVersion: 'apps/v1',
		kind: 'DaemonSet',
		metadata: {name, namespace: SHOP, labels: labelsOf(name, '0.9.4')},
		spec: {
			selector: {matchLabels: selectorOf(name)},
			template: {
				metadata: {labels: labelsOf(name, '0.9.4')},
				spec: {
					containers: [
						{
							name,
							image: 'registry.example.com/platform/node-agent:0.9.4',
							resources: {requests: {cpu: '20m', memory: '48Mi'}, limits: {memory: '96Mi'}},
						},
					],
				},
			},
		},
	};
}

/** What another team runs beside the shop. */
export function platform(): KubeObject[] {
	const resources = {requests: {cpu: '50m', memory: '64Mi'}, limits: {memory: '256Mi'}};
	return [
		deploymentObject({
			namespace: PLATFORM,
			name: 'gateway',
			version: '3.2.1',
			replicas: 2,
			container: {
				image: 'registry.example.com/platform/gateway:3.2.1',
				ports: [{name: 'http', containerPort: 8080}],
				resources,
			},
		}),
		serviceObject(PLATFORM, 'gateway', 'http', 80),
		deploymentObject({
			namespace: PLATFORM,
			name: 'flags',
			version: '0.14.0',
			replicas: 1,
			container: {
				image: 'registry.example.com/platform/flags:0.14.0',
				ports: [{name: 'http', containerPort: 8080}],
				resources,
			},
		}),
		serviceObject(PLATFORM, 'flags', 'http', 80),
	];
}
