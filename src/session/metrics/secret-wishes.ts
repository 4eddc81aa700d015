import {secretVariablesOf} from '../../services/database/database-use.ts';
import type {DatabaseServer} from '../../services/database/servers.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {SecretAddresses, SecretWish} from './secret-addresses.ts';

/** Which keys of Secrets hold the addresses of databases, as far as names tell. */
export function wishesOf(services: readonly ServiceRow[]): readonly SecretWish[] {
	return services.flatMap(({namespace, workload}) =>
		workload.template.containers
			.filter(({role}) => role !== 'init')
			.flatMap(secretVariablesOf)
			.map(({from}) => ({namespace, secret: from.name, key: from.key})),
	);
}

/** Why addresses of the users of a server are not known, each reason once. */
export function secretRemarks({users}: DatabaseServer, secrets: Pick<SecretAddresses, 'because'>): readonly string[] {
	const unknown = users.filter(({use}) => use.isGuessed).map(({service}) => service);
	const reasons = wishesOf(unknown).map(wish => secrets.because(wish));
	return [...new Set(reasons)].filter(reason => reason !== '').map(reason => `--read-secrets: ${reason}`);
}
