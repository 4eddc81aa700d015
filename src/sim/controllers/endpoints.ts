import {isEqual} from '../json.ts';
import type {Endpoint, EndpointSlice, Service} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {resourceNamed} from '../resources.ts';
import {secondsTime} from '../times.ts';
import type {Change} from '../storage/store.ts';
import {selects} from '../storage/selectors.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER, defineController} from './contract.ts';
import {isReady, ownerReference} from './pods.ts';

/** Writes the addresses of a Service's pods into its EndpointSlice. One slice is enough here: real ones split at 100. */
export default defineController<Service>({
	drives: 'services',
	wokenBy: servicesOfPod,
	reconcile(service, world) {
		const {selector} = service.spec;
		if (selector === undefined) return;
		const pods = world.store
			.list('pods', service.metadata.namespace)
			.filter(pod => selects({matchLabels: selector}, pod.metadata.labels) && pod.status.podIP !== undefined)
			.filter(pod => pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed');
		const endpoints = pods.map(pod => endpointOf(pod, service, world));
		const ports = portsOf(service, pods[0]);
		const known = world.store.ownedBy(service.metadata.uid, 'endpointslices')[0];
		if (known === undefined) createSlice(service, endpoints, ports, world);
		else if (!isEqual([known.endpoints, known.ports], [endpoints, ports])) {
			world.registry.change(known, {manager: CONTROLLER_MANAGER}, draft => {
				draft.metadata.annotations = {[CHANGED_AT]: secondsTime(world.timeline.now())};
				draft.endpoints = endpoints;
				draft.ports = ports;
			});
		}
	},
});

const CHANGED_AT = 'endpoints.kubernetes.io/last-change-trigger-time';

function servicesOfPod({resource, object, before}: Change, {store}: World): Service[] {
	if (resource.plural !== 'pods') return [];
	return store
		.list('services', object.metadata.namespace)
		.filter(
			({spec: {selector}}) =>
				selector !== undefined &&
				[object, before].some(
					pod => pod !== undefined && selects({matchLabels: selector}, pod.metadata.labels),
				),
		);
}

function createSlice(service: Service, endpoints: Endpoint[], ports: EndpointSlice['ports'], world: World): void {
	const {name, namespace = '', labels} = service.metadata;
	const headless = service.spec.clusterIP === 'None' ? {'service.kubernetes.io/headless': ''} : {};
	const slice: EndpointSlice = {
		metadata: {
			name: '',
			generateName: `${name}-`,
			namespace,
			labels: {
				...labels,
				'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
				'kubernetes.io/service-name': name,
				...headless,
			},
			annotations: {[CHANGED_AT]: secondsTime(world.timeline.now())},
			ownerReferences: [ownerReference(service)],
		},
		addressType: 'IPv4',
		endpoints,
		ports,
	};
	world.registry.create(resourceNamed('endpointslices'), slice, {manager: CONTROLLER_MANAGER});
}

/** An ending pod is no longer ready, but it still serves while it can. */
function endpointOf(pod: Pod, service: Service, {store}: World): Endpoint {
	const terminating = pod.metadata.deletionTimestamp !== undefined;
	const serving = isReady(pod);
	const {nodeName, hostname, subdomain} = pod.spec;
	const node = store.get('nodes', '', nodeName ?? '');
	const zone = node?.metadata.labels?.['topology.kubernetes.io/zone'];
	return {
		addresses: [pod.status.podIP ?? ''],
		conditions: {ready: serving && !terminating, serving, terminating},
		...(hostname !== undefined && subdomain === service.metadata.name ? {hostname} : {}),
		targetRef: {
			kind: 'Pod',
			namespace: pod.metadata.namespace ?? '',
			name: pod.metadata.name,
			uid: pod.metadata.uid ?? '',
		},
		...(nodeName === undefined ? {} : {nodeName}),
		...(zone === undefined ? {} : {zone}),
	};
}

/** The Service's ports as numbers in the pod; a port whose name no container has is left out. */
function portsOf(service: Service, pod: Pod | undefined): EndpointSlice['ports'] {
	const named = (pod?.spec.containers ?? []).flatMap(({ports = []}) => ports);
	return (service.spec.ports ?? []).flatMap(({name = '', protocol = 'TCP', port, targetPort = port}) => {
		const number =
			typeof targetPort === 'number' ? targetPort : named.find(one => one.name === targetPort)?.containerPort;
		return number === undefined ? [] : [{name, protocol, port: number}];
	});
}
