import {mayBeClf} from '../../line/clf.ts';
import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'traefik-access',
	title: 'Traefik access log',
	rank: 40,
	mayBe: text => text.endsWith('ms') && mayBeClf(text),
	pattern:
		/^(?<client>\S+) - (?<user>\S+) \[(?<time>[^\]]{1,40})\] "(?<method>\S+) (?<path>\S+) (?<protocol>\S+)" (?<status>\d{3}|-) (?<bytes>\d+|-) "(?<referer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)" (?<count>\d+|-) "(?<router>[^"]*)" "(?<server>[^"]*)" (?<duration>\d{1,12})ms$/,
	read: ({method = '', path = '', status = '', agent = '', router = '', duration}) =>
		accessLine({
			...{method, path, status: Number(status) || 0, agent, upstream: router, durationMs: milliseconds(duration)},
		}),
});
