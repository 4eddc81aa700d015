import type {Row} from '../model/row.ts';
import type {World} from '../session/world.ts';

const NO_ROWS: ReadonlyMap<string, Row> = new Map();

/** The rows of a kind; none when nobody has asked for it. */
export function rowsOf(world: World, kind: string): ReadonlyMap<string, Row> {
	return world.collections[kind]?.rows ?? NO_ROWS;
}
