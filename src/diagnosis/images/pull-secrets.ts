import {nearest} from '../../lib/nearest.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import {listed} from '../phrases.ts';

/** What is known about the credentials that pods pull with. */
export interface PullSecrets {
	/** The Secrets that their spec names; those of the service account are among them. */
	readonly named: readonly string[];
	/** Those that are proven not to exist. */
	readonly missing: readonly string[];
	/** A clause: `pull secret regcred does not exist in shop`. */
	readonly words: string;
	/** What to do about it. */
	readonly next: string;
}

/** @param host of the registry */
export function pullSecretsOf(pods: readonly PodRow[], host: string, cluster: Cluster): PullSecrets {
	const named = [...new Set(pods.flatMap(({spec}) => spec.pullSecrets))].filter(name => name !== '');
	const namespace = pods[0]?.namespace ?? '';
	if (named.length === 0) {
		const ofNode = NODE_CREDENTIALS.test(host);
		return {
			named,
			missing: [],
			words: 'the pods name no pull secret',
			next: ofNode
				? `let the role of the nodes read from ${host}, or name a pull secret`
				: `name a pull secret for ${host} (imagePullSecrets of the pods or of their service account)`,
		};
	}
	const missing = cluster.knows('secret')
		? named.filter(name => cluster.named('secret', namespace, name) === undefined)
		: named.filter(name => isUnretrieved(name, pods, cluster));
	if (missing.length > 0) {
		return {
			named,
			missing,
			words: `pull secret ${listed(missing)} does not exist in ${namespace}${hintOf(missing[0] ?? '', namespace, cluster)}`,
			next: `create pull secret ${listed(missing)} in ${namespace}`,
		};
	}
	const unseen = cluster.knows('secret') ? '' : ', and whether it exists cannot be seen (list secrets)';
	return {
		named,
		missing,
		words: `they pull with ${listed(named)}${unseen}`,
		next: `renew the credentials in ${listed(named)}, and check that they are for ${host}`,
	};
}

/** Registries for which the kubelet has credentials of its own: ECR, Artifact Registry, ACR. */
const NODE_CREDENTIALS = /\.amazonaws\.com(?:\.cn)?$|(?:^|\.)gcr\.io$|\.pkg\.dev$|\.azurecr\.io$/;

/** `Unable to retrieve some image pull secrets (a, b); attempting to pull the image may not succeed.` */
function isUnretrieved(name: string, pods: readonly PodRow[], cluster: Cluster): boolean {
	return pods.some(pod =>
		cluster
			.eventsOf(pod)
			.some(
				({reason, message}) => reason === 'FailedToRetrieveImagePullSecret' && wordsOf(message).includes(name),
			),
	);
}

function wordsOf(message: string): readonly string[] {
	return message.split(/[\s(),;]+/, 200);
}

/** A Secret of nearly that name, or of that name elsewhere: where people look next. */
function hintOf(name: string, namespace: string, cluster: Cluster): string {
	if (!cluster.knows('secret')) return '';
	const near = nearest(
		name,
		[...cluster.inNamespace('secret', namespace)].map(secret => secret.name),
	);
	if (near !== undefined) return `; there is ${near}`;
	for (const secret of cluster.all('secret'))
		if (secret.name === name) return `; there is one in ${secret.namespace}`;
	return '';
}
