import {nearest} from '../../lib/nearest.ts';
import type {Cluster} from '../cluster.ts';

/** `registry.example/shop/api:1.9.0` in its parts; what is not written is empty, but the host: `docker.io`. */
export interface ImageName {
	readonly host: string;
	/** `shop/api` */
	readonly path: string;
	/** `1.9.0` */
	readonly tag: string;
	/** `sha256:…` */
	readonly digest: string;
}

/** Never throws: of a name that is none, the parts are something of it. */
export function imageNameOf(image: string): ImageName {
	const at = image.indexOf('@');
	const digest = at === -1 ? '' : image.slice(at + 1);
	const name = at === -1 ? image : image.slice(0, at);
	const slash = name.indexOf('/');
	const first = slash === -1 ? '' : name.slice(0, slash);
	// As the runtimes read it: a first part without a dot or a port is a user of Docker Hub.
	const hasHost = /[.:]/.test(first) || first === 'localhost';
	const rest = hasHost ? name.slice(slash + 1) : name;
	const colon = rest.lastIndexOf(':');
	const hasTag = colon > rest.lastIndexOf('/');
	return {
		host: hasHost ? first : 'docker.io',
		path: hasTag ? rest.slice(0, colon) : rest,
		tag: hasTag ? rest.slice(colon + 1) : '',
		digest,
	};
}

/** For titles: of a digest the beginning, of a very long name the end, which tells more. */
export function shortImage(image: string): string {
	const [name = '', digest] = image.split('@', 2);
	const text = digest === undefined ? name : `${name}@${digest.slice(0, 'sha256:'.length + 8)}…`;
	return text.length <= IMAGE_CHARS_MAX ? text : `…${text.slice(1 - IMAGE_CHARS_MAX)}`;
}

const IMAGE_CHARS_MAX = 70;

/** An image that pods here run well and whose host or path is nearly the same: what a mistyped one was meant to be. */
export function meantImage(image: string, cluster: Cluster): string | undefined {
	const {host, path} = imageNameOf(image);
	const paths = new Map<string, string>();
	const hosts = new Map<string, string>();
	for (const running of runningImages(cluster)) {
		const own = imageNameOf(running);
		if (own.host === host && own.path === path) return undefined;
		if (own.host === host) paths.set(own.path, running);
		if (own.path === path) hosts.set(own.host, running);
	}
	// The ends differ more often than the long beginnings that teams share.
	const near = nearest(reversed(path), [...paths.keys()].map(reversed));
	if (near !== undefined) return paths.get(reversed(near));
	const nearHost = nearest(host, hosts.keys());
	return nearHost === undefined ? undefined : hosts.get(nearHost);
}

/** Tags of the same repository that pods here run well, sorted. */
export function runningTags(image: string, cluster: Cluster): readonly string[] {
	const {host, path} = imageNameOf(image);
	const own = [...runningImages(cluster)].map(imageNameOf).filter(name => name.host === host && name.path === path);
	return [...new Set(own.map(({tag}) => tag).filter(tag => tag !== ''))].toSorted();
}

/** Names of nodes on which a pod runs this image. */
export function nodesWith(image: string, cluster: Cluster): readonly string[] {
	const nodes = new Set<string>();
	for (const {ready, node, containers} of cluster.all('pod'))
		if (ready && node !== '' && containers.some(container => container.image === image)) nodes.add(node);
	return [...nodes].toSorted();
}

function runningImages(cluster: Cluster): ReadonlySet<string> {
	const images = new Set<string>();
	for (const {ready, containers} of cluster.all('pod'))
		if (ready) for (const {image} of containers) images.add(image);
	return images;
}

function reversed(text: string): string {
	return [...text].toReversed().join('');
}
