import type {Row} from './row.ts';

/** A row before and after a commit: new when there is no `before`, gone when there is no `after`. */
export interface Change {
	readonly before: Row | undefined;
	readonly after: Row | undefined;
}
