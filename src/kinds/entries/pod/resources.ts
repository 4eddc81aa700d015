import type {V1ResourceRequirements} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {ContainerRow} from '../../../model/pod.ts';
import {parseQuantity} from '../../../model/quantity.ts';
import type {Resources} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';

/** One side (requests or limits) of what a container asks for. */
export function resourcesOf(
	quantities: {readonly [name: string]: string | undefined} | undefined,
	intern: Intern,
): Resources {
	return shared({cpu: parseQuantity(quantities?.['cpu']), memory: parseQuantity(quantities?.['memory'])}, intern);
}

/**
 * The sum over the containers that run beside each other: plain init containers have ended by then. One that sets nothing may take
 * anything, so there is no sum then; what the pod itself sets (pod-level resources) holds for all of them.
 */
export function sumOf(
	containers: readonly ContainerRow[],
	side: 'requests' | 'limits',
	ofPod: Wire<V1ResourceRequirements> | undefined,
	intern: Intern,
): Resources {
	const own = resourcesOf(ofPod?.[side], intern);
	const parts = containers.filter(container => container.role !== 'init').map(container => container[side]);
	const [only] = parts;
	if (own === NO_RESOURCES && only !== undefined && parts.length === 1) return only;
	return shared(
		{
			cpu: own.cpu ?? total(parts.map(part => part.cpu)),
			memory: own.memory ?? total(parts.map(part => part.memory)),
		},
		intern,
	);
}

function total(amounts: readonly (number | undefined)[]): number | undefined {
	if (amounts.length === 0) return undefined;
	return amounts.reduce((sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount), 0);
}

/** Interning goes by JSON, in which fields without a value vanish: nothing at all would look like an empty label map. */
const NO_RESOURCES: Resources = Object.freeze({cpu: undefined, memory: undefined});

function shared(resources: Resources, intern: Intern): Resources {
	return resources.cpu === undefined && resources.memory === undefined ? NO_RESOURCES : intern.value(resources);
}
