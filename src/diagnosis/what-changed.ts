import type {ServiceRow} from '../services/service-row.ts';
import {diffTemplates} from '../services/template-diff.ts';

/** As many as one line holds. */
const CHANGES_MAX = 3;

/**
 * What the newest revision of a service does differently from the one before: `rev 2 changed image api:1.8.2 → 1.9.0, env
 * DB_POOL_SIZE 5 → 15 and 2 more`. Empty when there is no revision before it, or nothing that matters is different.
 */
export function whatChanged({current, previous}: Pick<ServiceRow, 'current' | 'previous'>): string {
	if (current === undefined || previous === undefined) return '';
	const changes = diffTemplates(previous.template, current.template);
	if (changes.length === 0) return '';
	const shown = changes.slice(0, CHANGES_MAX).map(({words}) => words);
	const rest = changes.length - shown.length;
	return `${current.label} changed ${shown.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
}
