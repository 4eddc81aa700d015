import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'morgan-short',
	title: 'morgan short',
	rank: 62,
	mayBe: text => text.endsWith(' ms') && text.includes(' HTTP/'),
	pattern:
		/^(?<client>\S+) (?<user>\S+) (?<method>[A-Z]{1,20}) (?<path>\S+) HTTP\/(?<version>[\d.]{1,5}) (?<status>\d{3}|-) (?<bytes>\d+|-) - (?<duration>\d{1,12}\.\d{1,9}|-) ms$/,
	read: ({method = '', path = '', status, duration}) =>
		accessLine({method, path, status: Number(status) || 0, durationMs: milliseconds(duration)}),
});
