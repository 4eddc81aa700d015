import {ExpectedFailure} from '../lib/failure.ts';
import type {Settings} from '../session/settings.ts';
import {type Flags, type Outside, textOf} from './contract.ts';

const LINES_MAX = 1_000_000;

/** What the flags say about logs, requests and databases. Throws ExpectedFailure. */
export function settingsOf(flags: Flags, environment: Outside['environment'] = {}): Settings {
	return {
		linesKept: linesOf(textOf(flags, 'log-lines')),
		slowMs: timeOf(textOf(flags, 'slow-request')),
		databaseUrl: databaseOf(textOf(flags, 'db'), environment),
		readSecrets: flags['read-secrets'] === true,
	};
}

/** With the words of `psql`: what the address does not say, the environment does. What was given is not repeated: it holds a password. */
function databaseOf(text: string | undefined, environment: Outside['environment']): URL | undefined {
	if (text === undefined) return undefined;
	const plain = text.replace(/^postgres(?:ql)?(?:\+\w{1,30})?:\/\//i, 'postgresql://');
	const url = plain.startsWith('postgresql://') && URL.canParse(plain) ? new URL(plain) : undefined;
	if (url === undefined || url.hostname === '' || !isDecodable(url))
		throw new ExpectedFailure(
			'--db: this is no address of a PostgreSQL: write postgresql://user@host:5432/database',
		);
	const user = environment['PGUSER'] ?? environment['USER'] ?? 'postgres';
	if (url.username === '') url.username = encodeURIComponent(user);
	if (url.password === '') url.password = encodeURIComponent(environment['PGPASSWORD'] ?? '');
	if (url.pathname.length < 2) url.pathname = `/${url.username}`;
	return url;
}

function isDecodable({username, password, pathname}: URL): boolean {
	try {
		decodeURIComponent(username + password + pathname);
		return true;
	} catch {
		return false;
	}
}

function linesOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const lines = /^\d{1,7}$/.test(text) ? Number(text) : 0;
	if (lines < 1 || lines > LINES_MAX)
		throw new ExpectedFailure(`--log-lines: "${text}" is no number of lines from 1 to ${LINES_MAX}`);
	return lines;
}

function timeOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const {number = '', unit = ''} = /^(?<number>\d{1,6}(?:\.\d{1,3})?)(?<unit>ms|s)$/.exec(text)?.groups ?? {};
	const timeMs = Number(number) * (unit === 's' ? 1000 : 1);
	if (!(timeMs > 0)) throw new ExpectedFailure(`--slow-request: "${text}" is no time: write 1s or 500ms`);
	return timeMs;
}
