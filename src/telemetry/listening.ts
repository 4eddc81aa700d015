import type {LogLine} from './log-lines.ts';

/** Where a server says that it listens: the last time it did, since it may have been started anew. */
export function listensOn(lines: readonly LogLine[]): {readonly host: string; readonly port: number} | undefined {
	for (const {text} of lines.toReversed()) {
		const {host = '', port} = match(text) ?? {};
		if (port !== undefined) return {host: host.replace(/^\[|\]$/g, ''), port: Number(port)};
	}
	return undefined;
}

/** Whether a server says that it is there: what went wrong before is over. */
export function isServing(text: string): boolean {
	return (
		/Application startup complete\.|database system is ready to accept connections/.test(text) ||
		match(text) !== undefined
	);
}

/** Most lines have no such word in them. */
const WORD = /running|listening|started|starting/i;

const TEXTS: readonly RegExp[] = [
	/\b(?:Uvicorn running on|Running on|Listening at:|Listening on:?|listening on:?|Now listening on:|Starting development server at) (?:https?|tcp):\/\/(?<host>\[[^\]\s]{1,40}\]|[^\s:/[]{0,100}):(?<port>\d{1,5})\b/,
	/\b(?:Tomcat|Netty|Undertow|Jetty) started on ports?(?:\(s\))?:? (?<port>\d{1,5})\b/,
	/\blistening on IPv[46] address "(?<host>[^"]{1,100})", port (?<port>\d{1,5})/,
	/(?<!process that's |already )\b(?:listening|running|started|serving HTTP) (?:and serving HTTP )?(?:on|at) (?:the )?(?:port:? ?|(?<host>\[[^\]\s]{1,40}\]|[\w.-]{0,100}):)(?<port>\d{2,5})\b/i,
];

function match(text: string): {readonly host?: string; readonly port?: string} | undefined {
	if (!WORD.test(text)) return undefined;
	for (const pattern of TEXTS) {
		const groups = pattern.exec(text)?.groups;
		if (groups !== undefined) return groups;
	}
	return undefined;
}
