import type {SeenRequest} from '../../services/traffic/contract.ts';
import type {WorkloadSubject} from '../subject.ts';
import {whatChanged} from '../what-changed.ts';

/** What to say and do when only the newest revision shows it, which is not old. */
export interface Newest {
	readonly because: readonly string[];
	readonly next: readonly string[];
}

const YOUNG_MS = 15 * 60_000;
const NOTHING: Newest = {because: [], next: []};

/** Too few requests may have been seen of two revisions to compare them; the time speaks all the same. */
export function ofNewest({service, rollBack}: WorkloadSubject, seen: readonly SeenRequest[], now: number): Newest {
	const {current} = service;
	if (current === undefined || rollBack === undefined || now - current.createdAt > YOUNG_MS) return NOTHING;
	if (seen.length === 0 || seen.some(({source}) => source.revision !== current.label)) return NOTHING;
	const changes = whatChanged(service);
	return {because: [changes === '' ? `only on the new ${current.label}` : changes], next: [rollBack]};
}
