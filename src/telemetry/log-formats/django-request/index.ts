import {textFormat} from '../../line/text-format.ts';

const SERVER: ReadonlySet<string> = new Set(['Internal Server Error', 'Service Unavailable']);

/** Its console shows them without time and level. They stand beside an access line. */
export default textFormat({
	id: 'django-request',
	title: "Django's failed requests",
	rank: 83,
	mayBe: text => text.includes(': /'),
	pattern:
		/^(?<message>(?<what>Internal Server Error|Service Unavailable|Not Found|Bad Request|Forbidden|Unauthorized|Method Not Allowed)(?: \([^)]{0,200}\))?: (?<path>\/\S*))$/,
	read: ({message = '', what = ''}) => ({level: SERVER.has(what) ? 'error' : 'warn', message, request: undefined}),
});
