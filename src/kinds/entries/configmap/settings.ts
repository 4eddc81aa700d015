import {maskCredentials} from '../../../lib/mask.ts';

const SETTINGS_MAX = 30;
const VALUE_MAX = 500;

/** Names of settings about a database, its pool and the processes that hold one. */
const NAME =
	/(?:^|[_.-])(?:database|db|pg|postgres(?:ql)?|mysql|mariadb|pool|overflow|connections?|workers|concurrency|dsn|url|host)|^PG/i;

/** What of a ConfigMap says which database a program uses, and how; passwords in addresses are masked. */
export function settingsOf(data: {readonly [key: string]: unknown}): ReadonlyMap<string, string> {
	const settings = new Map<string, string>();
	for (const [key, value] of Object.entries(data)) {
		if (typeof value !== 'string' || value.length > VALUE_MAX || !NAME.test(key)) continue;
		settings.set(key, maskCredentials(value));
		if (settings.size === SETTINGS_MAX) break;
	}
	return settings;
}
