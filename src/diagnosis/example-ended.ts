import {ago} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** What `aPod` needs to be one that its node took away or refused, some seconds before noon. */
export function takenAway(reason: string, message: string, seconds = 120): Fields {
	return {
		status: {
			phase: 'Failed',
			reason,
			message,
			containerStatuses: undefined,
			conditions: [
				{
					type: 'DisruptionTarget',
					status: 'True',
					reason: 'TerminationByKubelet',
					message,
					lastTransitionTime: ago(seconds),
				},
				{type: 'Ready', status: 'False', reason: 'PodFailed', lastTransitionTime: ago(seconds)},
			],
		},
	};
}
