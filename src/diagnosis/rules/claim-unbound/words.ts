import {nearest} from '../../../lib/nearest.ts';
import type {ClaimRow} from '../../../model/config.ts';
import type {Cluster} from '../../cluster.ts';
import {listed} from '../../phrases.ts';
import type {UnboundClaim} from '../../storage/unbound-claim.ts';

interface Words {
	/** After `which is not bound`. */
	readonly why: string;
	readonly because: string;
	readonly next: readonly string[];
}

/** @param told why the scheduler finds no volume */
export function faultWords(unbound: UnboundClaim | undefined, told: string, cluster: Cluster): Words {
	if (unbound === undefined)
		return {
			why: '',
			because: 'the scheduler says so; claims cannot be listed',
			next: ['look at the claim and its events'],
		};
	const {claim, fault, name, words} = unbound;
	const asks = `it asks for ${claim.size || 'a volume'}${classWords(claim)}`;
	switch (fault) {
		case 'class-missing':
			return {
				why: `: storage class ${name} does not exist`,
				because: [asks, ...otherClasses(name, cluster)].join('; '),
				next: ['make the claim anew with a storage class that exists', `or create storage class ${name}`],
			};
		case 'no-class':
			return {
				why: claim.storageClass === '' ? ': no volume fits it' : ': there is no default storage class',
				because: `${asks}; no volume made by hand fits it`,
				next: ['name a storage class in the claim', 'or create a PersistentVolume for it'],
			};
		case 'failed':
			return {why: '', because: `${asks}; ${words}`, next: ['look at the provisioner and its quota']};
		case 'unanswered': {
			const who = name === '' ? 'its provisioner' : `provisioner ${name}`;
			return {
				why: `: ${who} does not make a volume`,
				because: `${asks}; ${who} was asked and did not answer`,
				next: [`look whether ${who} runs`, 'look at its log'],
			};
		}
		case 'unknown':
		case 'none':
			return {
				why: noneFree(told),
				because: asks,
				next: ['look at the claim and its events', 'create a PersistentVolume that fits it'],
			};
	}
}

/** The scheduler says it of volumes that were made by hand, or of drivers that tell how much they have left. */
function noneFree(told: string): string {
	if (/find available persistent volumes/.test(told)) return ': no volume that is free fits it';
	return /enough free storage/.test(told) ? ': no node has enough storage left for it' : '';
}

function classWords({storageClass}: ClaimRow): string {
	if (storageClass === undefined) return ' of the default storage class';
	return storageClass === '' ? ' without a storage class' : ` of storage class ${storageClass}`;
}

/** Classes cannot be listed; but those of claims that are bound exist. */
function otherClasses(name: string, cluster: Cluster): readonly string[] {
	const known = new Set<string>();
	for (const {phase, storageClass = ''} of cluster.all('persistentvolumeclaim'))
		if (phase === 'Bound' && storageClass !== '') known.add(storageClass);
	if (known.size === 0) return [];
	const near = nearest(name, known);
	return [near === undefined ? `bound claims use ${listed([...known].toSorted())}` : `a bound claim uses ${near}`];
}
