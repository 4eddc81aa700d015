import {apiVersionOf, resources, type Resource} from '../resources.ts';
import {metricsResources} from './target.ts';

/** The documents by which clients find out what a server has; undefined for any other path. `host` is `127.0.0.1:PORT`. */
export function discoveryOf(path: string, host: string): object | undefined {
	if (path === '/version') return VERSION;
	if (path === '/api') {
		return {
			kind: 'APIVersions',
			versions: ['v1'],
			serverAddressByClientCIDRs: [{clientCIDR: '0.0.0.0/0', serverAddress: host}],
		};
	}
	if (path === '/apis') return {kind: 'APIGroupList', apiVersion: 'v1', groups: groups().map(groupOf)};
	const one = /^\/apis\/([^/]+)$/.exec(path)?.[1];
	if (one !== undefined && groups().includes(one)) return {kind: 'APIGroup', apiVersion: 'v1', ...groupOf(one)};
	return resourceList(path);
}

/** The server that is imitated: the fields and their order are those of a Kubernetes v1.35.4. */
const VERSION = {
	major: '1',
	minor: '35',
	emulationMajor: '1',
	emulationMinor: '35',
	minCompatibilityMajor: '1',
	minCompatibilityMinor: '34',
	gitVersion: 'v1.35.4+simulated',
	gitCommit: '0000000000000000000000000000000000000000',
	gitTreeState: 'clean',
	buildDate: '2026-04-15T00:00:00Z',
	goVersion: 'go1.26.8',
	compiler: 'gc',
	platform: 'linux/amd64',
};

const AUTHORIZATION = 'authorization.k8s.io';
const ALL_VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

function groups(): string[] {
	const named = [...resources, ...metricsResources].map(({group}) => group).filter(group => group !== '');
	return [...new Set([...named, AUTHORIZATION])];
}

function groupOf(name: string): object {
	const version = [...resources, ...metricsResources].find(({group}) => group === name)?.version ?? 'v1';
	const entry = {groupVersion: `${name}/${version}`, version};
	return {name, versions: [entry], preferredVersion: entry};
}

function resourceList(path: string): object | undefined {
	const groupVersion = /^\/(?:api|apis)\/(.+)$/.exec(path)?.[1];
	if (groupVersion === undefined || (path === '/api/v1') !== (groupVersion === 'v1')) return undefined;
	const entries =
		groupVersion === `${AUTHORIZATION}/v1`
			? [reviewEntry()]
			: [...resources, ...metricsResources].filter(one => apiVersionOf(one) === groupVersion).flatMap(entriesOf);
	if (entries.length === 0) return undefined;
	// The core group's list carries no apiVersion in a real server either.
	return {
		kind: 'APIResourceList',
		...(groupVersion === 'v1' ? {} : {apiVersion: 'v1'}),
		groupVersion,
		resources: entries,
	};
}

function reviewEntry(): object {
	return {
		name: 'selfsubjectaccessreviews',
		singularName: 'selfsubjectaccessreview',
		namespaced: false,
		kind: 'SelfSubjectAccessReview',
		verbs: ['create'],
	};
}

function entriesOf(resource: Resource): object[] {
	const {plural, singular, namespaced, kind, shortNames, inAll, hasScale} = resource;
	const isReadOnly = metricsResources.includes(resource);
	const entry = {
		name: plural,
		singularName: singular,
		namespaced,
		kind,
		verbs: isReadOnly ? ['get', 'list'] : ALL_VERBS,
		...(shortNames.length === 0 ? {} : {shortNames}),
		...(inAll ? {categories: ['all']} : {}),
	};
	const scale = {
		name: `${plural}/scale`,
		singularName: '',
		namespaced,
		group: 'autoscaling',
		version: 'v1',
		kind: 'Scale',
		verbs: ['get', 'patch', 'update'],
	};
	const log = {name: 'pods/log', singularName: '', namespaced, kind: 'Pod', verbs: ['get']};
	const isPods = plural === 'pods' && !isReadOnly;
	return [entry, ...(isPods ? [log] : []), ...(hasScale ? [scale] : [])];
}
