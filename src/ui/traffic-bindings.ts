import type {Binding} from '../keymap/binding.ts';

/** Keys of requests; part of the one table in `bindings.ts`. k9s has no meaning for `Q`. */
export const TRAFFIC_BINDINGS = [
	{
		id: 'requests',
		chords: ['Q'],
		title: 'the requests of the service, route by route; there: of the last 5, 15, 1 minutes',
		hint: 'requests',
		hintRank: 7,
		group: 'Go',
		scope: ['table', 'lines'],
	},
] as const satisfies readonly Binding[];
