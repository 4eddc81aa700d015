import type {Life} from '../contract.ts';

/** Its node cannot give it a network: it never gets as far as its image. `cause` is what the network plugin says. */
export function noSandbox(cause: string): Life {
	return {
		id: 'no-sandbox',
		stages: [
			{when: 'scheduled', after: [100, 400], becomes: 'creating'},
			{
				when: 'creating',
				after: [4000, 12_000],
				becomes: 'creating',
				events: [
					{
						type: 'Warning',
						reason: 'FailedCreatePodSandBox',
						message: `Failed to create pod sandbox: rpc error: code = Unknown desc = ${cause}`,
					},
				],
			},
		],
	};
}
