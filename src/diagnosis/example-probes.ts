import {ago, anEvent, type ApiObject, aPod, merge, notReady} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** What `aPod` needs to have probes and whatever else its only container is given; it names port 8000 `http`. */
export function probed(app: string, container: Fields, fields: Fields = {}): Fields {
	const spec = {containers: [merge({name: app, image: `shop/${app}:1.8.2`, ports: [HTTP_PORT]}, container)]};
	return merge(fields, {spec: merge({nodeName: 'node-1', restartPolicy: 'Always'}, spec)});
}

const HTTP_PORT = {name: 'http', containerPort: 8000, protocol: 'TCP'};

/** A pod with probes that runs since so many seconds before noon and is not ready; `status` is of its container. */
export function anUnreadyPod(
	app: string,
	revision: number,
	suffix: string,
	container: Fields,
	seconds: number,
	status: Fields = {},
): ApiObject {
	const running = {started: true, state: {running: {startedAt: ago(seconds)}}};
	const unready = notReady(app, merge(running, status), ago(seconds + 1));
	return aPod(
		app,
		revision,
		suffix,
		probed(app, container, merge({metadata: {creationTimestamp: ago(seconds + 2)}}, unready)),
	);
}

/** A pod with probes that was ready since its start four hours ago, and is not since so many seconds before noon. */
export function aLostPod(app: string, suffix: string, container: Fields, seconds: number): ApiObject {
	const running = {started: true, state: {running: {startedAt: ago(4 * 3600)}}};
	return aPod(app, 1, suffix, probed(app, container, notReady(app, running, ago(seconds))));
}

/** GET of a path on port 8000, with Kubernetes' own numbers: every 10 s, within 1 s, three misses. */
export function httpGet(path: string, fields: Fields = {}): Fields {
	return merge(
		{httpGet: {path, port: 8000, scheme: 'HTTP'}, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3},
		fields,
	);
}

/** An event of a failed probe, three times, the last of them five seconds before noon. */
export function unhealthy(pod: ApiObject, message: string, fields: Fields = {}): ApiObject {
	const name = `${String(pod.metadata['name'])}.${message.slice(0, 40)}`;
	const container = `spec.containers{${String(pod.metadata['name']).split('-')[0]}}`;
	return anEvent(
		pod,
		'Unhealthy',
		message,
		merge(
			{
				metadata: {name, uid: name},
				count: 3,
				firstTimestamp: ago(25),
				lastTimestamp: ago(5),
				involvedObject: {fieldPath: container},
			},
			fields,
		),
	);
}

/** The event of a kubelet that ends a container because of its probe, forty seconds before noon. */
export function killedBy(pod: ApiObject, kind: 'liveness' | 'startup', fields: Fields = {}): ApiObject {
	const container = String(pod.metadata['name']).split('-')[0] ?? '';
	return anEvent(
		pod,
		'Killing',
		`Container ${container} failed ${kind} probe, will be restarted`,
		merge(
			{
				type: 'Normal',
				firstTimestamp: ago(40),
				lastTimestamp: ago(40),
				involvedObject: {fieldPath: `spec.containers{${container}}`},
			},
			fields,
		),
	);
}

/** Status of a container that runs again for 35 s, after a run of so many seconds that was ended with this code. */
export function restarted(exitCode: number, livedSeconds: number, status: Fields = {}): Fields {
	const terminated = {
		exitCode,
		reason: exitCode === 0 ? 'Completed' : 'Error',
		startedAt: ago(37 + livedSeconds),
		finishedAt: ago(37),
	};
	return merge(
		{restartCount: 1, started: true, state: {running: {startedAt: ago(35)}}, lastState: {terminated}},
		status,
	);
}
