import type {Known, KnownRows} from '../../../describe/known.ts';
import {formatAge} from '../../../lib/age.ts';
import {kindById} from '../../../kinds/lookup.ts';
import type {PaneInput} from '../../contract.ts';
import {rowsOf} from '../../rows.ts';
import {formatClock} from '../../text/clock.ts';

/** A time of day says when only as long as it is clear which day is meant. */
const TODAY_MS = 20 * 3_600_000;

/** What the session knows, as descriptions ask for it. */
export function knownOf({world, session, offsetMs}: PaneInput): Known {
	const {now, usage, findings, services} = world;
	return {
		now,
		usage,
		findings,
		services,
		join: session.join,
		lastWords: session.logs.lastWords,
		logsForbidden: session.logs.forbidden,
		clock: at => (now - at < TODAY_MS ? formatClock(at, offsetMs) : `${formatAge(now - at)} ago`),
		rows: <K extends keyof KnownRows>(kind: K) => rowsOf(world, kind).values() as Iterable<KnownRows[K]>,
		blindness(kind, namespace) {
			const isElsewhere = world.namespace !== '' && world.namespace !== namespace;
			if (isElsewhere && kindById(kind)?.namespaced === true) return `only ${world.namespace} is watched`;
			const collection = world.collections[kind];
			const title = kindById(kind)?.title ?? kind;
			if (collection?.state.phase === 'waiting') {
				const {because} = collection.state;
				return because.permission === undefined
					? `${title} cannot be read: ${because.message}`
					: `no right to ${because.permission}`;
			}
			return collection?.complete === true ? undefined : `${title} are not listed yet`;
		},
	};
}
