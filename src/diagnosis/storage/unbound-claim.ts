import type {ClaimRow} from '../../model/config.ts';
import type {EventRow} from '../../model/event.ts';
import type {Cluster} from '../cluster.ts';
import {oneLine} from '../phrases.ts';

/** Why a claim has no volume, as its events tell it. */
export interface UnboundClaim {
	readonly claim: ClaimRow;
	readonly fault:
		/** Its storage class does not exist. */
		| 'class-missing'
		/** It names no class, the cluster has no default, and no volume was made by hand. */
		| 'no-class'
		/** The provisioner tried and failed. */
		| 'failed'
		/** A provisioner is asked, and does not answer. */
		| 'unanswered'
		/** It waits for its first pod, as it should, or is being made. */
		| 'none'
		/** It says nothing. */
		| 'unknown';
	/** The storage class or the provisioner; empty when not told. */
	readonly name: string;
	/** The words of the provisioner; empty when they say no more than the fault. */
	readonly words: string;
	readonly event: EventRow | undefined;
}

/** Reads the events about a claim that is not bound (kubernetes `pkg/controller/volume/persistentvolume`, external-provisioner). */
export function unboundClaim(claim: ClaimRow, cluster: Cluster): UnboundClaim {
	const events = cluster.eventsOf(claim).filter(({reason}) => TELLING.has(reason));
	const newest = events.at(-1);
	if (newest === undefined) return {claim, fault: 'unknown', name: '', words: '', event: undefined};
	// Who retries tells by turns that he tries and that he failed; but a class that is missing is missing until the next word.
	const failed = events.findLast(({reason}) => reason === 'ProvisioningFailed');
	const missing = failed && CLASS_MISSING.exec(failed.message)?.groups?.['name'];
	if (missing !== undefined && failed === newest)
		return {claim, fault: 'class-missing', name: missing, words: '', event: failed};
	if (failed !== undefined && missing === undefined)
		return {claim, fault: 'failed', name: claim.storageClass ?? '', words: core(failed.message), event: failed};
	if (newest.reason === 'FailedBinding') {
		const isClassless = /no storage class is set/.test(newest.message);
		return {
			claim,
			fault: isClassless ? 'no-class' : 'failed',
			name: claim.storageClass ?? '',
			words: isClassless ? '' : core(newest.message),
			event: newest,
		};
	}
	if (newest.reason !== 'ExternalProvisioning') return {claim, fault: 'none', name: '', words: '', event: newest};
	const name = /external provisioner '(?<name>[^']{1,253})'/.exec(newest.message)?.groups?.['name'] ?? '';
	return {claim, fault: 'unanswered', name, words: '', event: newest};
}

const TELLING: ReadonlySet<string> = new Set([
	'ProvisioningFailed',
	'FailedBinding',
	'VolumeMismatch',
	'ExternalProvisioning',
	'Provisioning',
	'WaitForFirstConsumer',
	'WaitForPodScheduled',
]);

const CLASS_MISSING = /storageclass\.storage\.k8s\.io "(?<name>[^"]{1,253})" not found/;

/** Without the wrapping that says that it failed. */
function core(message: string): string {
	const inner = message.slice(message.lastIndexOf(RPC) + 1);
	return oneLine(inner === message ? message.replace(WRAPPING, '') : inner.slice(RPC.length - 1), 120);
}

const RPC = ' desc = ';

const WRAPPING = /^failed to provision volume with StorageClass "[^"]{1,253}": /;
