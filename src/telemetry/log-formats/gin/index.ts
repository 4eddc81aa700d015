import {namedDurationMs} from '../../line/duration.ts';
import {accessLine} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'gin',
	title: 'gin access log',
	rank: 52,
	mayBe: text => text.startsWith('[GIN] '),
	pattern:
		/^\[GIN\] (?<time>\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d) \|\s{0,10}(?<status>\d{3})\s{0,10}\|\s{0,20}(?<duration>[\dhmsµμun.]{1,30})\s{0,10}\|\s{0,60}(?<client>[^\s|]*)\s{0,10}\|\s{0,10}(?<method>[A-Z]{1,20})\s{1,10}"(?<path>(?:[^"\\]|\\.)*)"/,
	read: ({method = '', path = '', status, duration = ''}) =>
		accessLine({method, path, status: Number(status), durationMs: namedDurationMs(duration)}),
});
