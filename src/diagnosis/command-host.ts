import type {ContainerSpec} from '../model/pod-spec.ts';
import type {Endpoint} from './environment-host.ts';

/** Longer scripts do more than wait. */
const SCRIPT_MAX = 2000;

/**
 * What the command of a container asks for, where it is a wait for something: `nc -z redis 6379`, `pg_isready -h postgres`. Undefined
 * when it names nothing or more than one thing.
 */
export function hostInCommand({command, args}: Pick<ContainerSpec, 'command' | 'args'>): Endpoint | undefined {
	const script = [...command, ...args].join(' ').slice(0, SCRIPT_MAX);
	const found = new Map<string, Endpoint>();
	for (const pattern of TEXTS) {
		for (const {groups: {host = '', port} = {}} of script.matchAll(pattern)) {
			const known = found.get(host);
			if (known?.port === undefined) found.set(host, {host, port: port === undefined ? undefined : Number(port)});
		}
	}
	const [only] = found.values();
	return found.size === 1 ? only : undefined;
}

const HOST = '(?<host>[a-z](?:[a-z0-9.-]{0,251}[a-z0-9])?)';
const PORT = '(?<port>\\d{2,5})\\b';
const FLAGS = '(?:-\\w{1,20} (?:\\d{1,5} )?){0,6}';

const TEXTS: readonly RegExp[] = [
	new RegExp(`\\b(?:nc|ncat|netcat|telnet) ${FLAGS}${HOST} ${PORT}`, 'g'),
	new RegExp(`\\b(?:nslookup|getent (?:ahosts|hosts)) ${FLAGS}${HOST}(?=[\\s;&|>)]|$)`, 'g'),
	new RegExp(`\\b(?:pg_isready|psql|mysqladmin|mysql|redis-cli)\\b[^;|&\\n]{0,100}? (?:-h ?|--host[= ])${HOST}`, 'g'),
	new RegExp(`/dev/tcp/${HOST}/${PORT}`, 'g'),
	new RegExp(`\\w://(?:[^\\s/@]{1,300}@)?${HOST}(?::${PORT})?`, 'g'),
	new RegExp(`["']${HOST}["'], ?${PORT}`, 'g'),
	new RegExp(`(?<![\\w.:/@-])${HOST}:${PORT}`, 'g'),
];
