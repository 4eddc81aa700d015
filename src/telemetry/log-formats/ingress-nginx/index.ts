import {mayBeClf} from '../../line/clf.ts';
import {accessLine, requestOf, secondsMs} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

/**
 * `log-format-upstream` of its ConfigMap by default. Where a request was passed on more than once, the last four fields but the id are lists:
 * `, ` between tries, ` : ` between groups of servers, and `-` where none was asked.
 */
export default textFormat({
	id: 'ingress-nginx',
	title: 'ingress-nginx access log',
	rank: 41,
	mayBe: text => text.includes('] [') && mayBeClf(text),
	pattern:
		/^(?<client>\S+) - (?<user>.{1,200}?) \[(?<time>[^\]]{1,40})\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) (?<bytes>\d+) "(?<referer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)" (?<length>\d+) (?<duration>\d+\.\d{3}) \[(?<upstream>[^\]]*)\] \[(?<alternative>[^\]]*)\] (?<servers>[^\s,]+(?:(?:, | : )[^\s,]+)*) (?<lengths>[\d-]+(?:(?:, | : )[\d-]+)*) (?<durations>[\d.-]+(?:(?:, | : )[\d.-]+)*) (?<statuses>[\d-]+(?:(?:, | : )[\d-]+)*) (?<id>\S+)$/,
	read: ({request = '', status, agent = '', duration, upstream = '', id = ''}) =>
		accessLine({
			...{...requestOf(request), status: Number(status), agent, durationMs: secondsMs(duration), upstream, id},
		}),
});
