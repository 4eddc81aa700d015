import type {PodSpec} from '../../model/pod-spec.ts';
import type {ConfigFault} from './config-fault.ts';

/** What of a pod reads it: `variable DATABASE_URL of container api`, `all variables of …`, `volume config`. Optional readers are none. */
export function usersOf(spec: PodSpec, {kind, name, key}: ConfigFault): readonly string[] {
	const users: string[] = [];
	const isIt = (reference: {kind: string; name: string; optional: boolean} | undefined): boolean =>
		reference?.kind === kind && reference.name === name && !reference.optional;
	for (const container of spec.containers) {
		for (const {name: variable, from} of container.env)
			if (from !== undefined && isIt(from) && (key === '' || from.key === key))
				users.push(`variable ${variable} of container ${container.name}`);
		if (key === '' && container.envFrom.some(isIt)) users.push(`envFrom of container ${container.name}`);
	}
	// A variable is read from one key; the files of a volume are another matter.
	if (key !== '' && users.length > 0) return users;
	for (const {name: volume, config} of spec.volumes) if (isIt(config)) users.push(`volume ${volume}`);
	return [...new Set(users)];
}
