import type {Binding} from '../keymap/binding.ts';

/** Keys of requests; part of the one table in `bindings.ts`. k9s has no meaning for `Q`. */
export const TRAFFIC_BINDINGS = [
	{
		id: 'requests',
		chords: ['Q'],
		title: 'the requests of the service by route; again: over 15m, 1m, 5m',
		hint: 'requests',
		hintRank: 7,
		group: 'Go',
		scope: ['table', 'lines'],
	},
] as const satisfies readonly Binding[];
