import type {ConfigReference, PodSpec} from '../../model/pod-spec.ts';

/** A ConfigMap or Secret that a pod needs and that is not there, or has not the key. */
export interface ConfigFault {
	readonly kind: ConfigReference['kind'];
	readonly name: string;
	/** Empty: the object itself is missing. */
	readonly key: string;
}

/** What a kubelet says of variables (`pkg/kubelet/kubelet_pods.go`): `configmap "x" not found`, `couldn't find key K in Secret ns/x`. */
export function configFaultOf(message: string): ConfigFault | undefined {
	const key = KEY.exec(message)?.groups;
	if (key !== undefined) return {kind: kindOf(key['kind']), name: key['name'] ?? '', key: key['key'] ?? ''};
	const object = OBJECT.exec(message)?.groups;
	return object && {kind: kindOf(object['kind']), name: object['name'] ?? '', key: ''};
}

/**
 * What a kubelet says of volumes (`pkg/volume/{configmap,secret,projected}`). That of keys does not name the object: it is what the
 * volume is made from.
 */
export function volumeFaultsOf(message: string, spec: PodSpec): readonly ConfigFault[] {
	const volume = VOLUME.exec(message)?.groups?.['volume'];
	if (volume === undefined) return [];
	const key = VOLUME_KEY.exec(message)?.groups;
	if (key !== undefined) {
		const kind = key['kind'] === 'secret' ? 'secret' : 'configmap';
		const sources = spec.volumes.filter(({name, config}) => name === volume && config?.kind === kind);
		// Of several sources nobody says which one lacks it.
		const names = [...new Set(sources.flatMap(({config}) => config?.name ?? []))];
		return names.length === 1 ? [{kind, name: names[0] ?? '', key: key['key'] ?? ''}] : [];
	}
	const found: ConfigFault[] = [];
	for (const {groups} of message.matchAll(OBJECTS)) {
		found.push({kind: kindOf(groups?.['kind']), name: groups?.['name'] ?? '', key: ''});
		if (found.length === FAULTS_MAX) break;
	}
	return found;
}

/** `DATABASE_URL of ConfigMap api-config`, `Secret api-secret`. */
export function nameOfFault({kind, name, key}: ConfigFault): string {
	return `${key === '' ? '' : `key ${key} of `}${WORDS[kind]} ${name}`;
}

export const WORDS: Readonly<Record<ConfigFault['kind'], string>> = {configmap: 'ConfigMap', secret: 'Secret'};

/** A projected volume may name several; more would not be read. */
const FAULTS_MAX = 5;

const KEY =
	/couldn't find key (?<key>\S{1,253}) in (?<kind>ConfigMap|Secret) [^\s/]{1,253}\/(?<name>[^\s",;:\]]{1,253})/i;
const OBJECT = /\b(?<kind>configmap|secret)s? "(?<name>[^"\s]{1,253})" not found/i;
const OBJECTS = new RegExp(OBJECT, 'gi');
const VOLUME = /MountVolume\.SetUp failed for volume "(?<volume>[^"]{1,253})"/;
const VOLUME_KEY = /references non-existent (?<kind>config|secret) key: (?<key>\S{1,253})/;

function kindOf(word: string | undefined): ConfigFault['kind'] {
	return word?.toLowerCase() === 'secret' ? 'secret' : 'configmap';
}
