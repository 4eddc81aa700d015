import type {Life} from '../contract.ts';

/** Cannot be created for want of a ConfigMap, a Secret or a key: `message` says which, as `secret "api-db" not found`. */
export function configError(message: string): Life {
	return {
		id: 'config-error',
		stages: [
			{when: 'scheduled', after: [100, 400], becomes: 'creating'},
			{when: 'creating', after: [600, 1500], becomes: 'config-error', message},
			// The kubelet tries again at each sync, and reports it.
			{
				when: 'config-error',
				after: [10_000, 15_000],
				becomes: 'config-error',
				events: [{type: 'Warning', reason: 'Failed', message: `Error: ${message}`}],
			},
		],
	};
}
