import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'morgan-tiny',
	title: 'morgan tiny',
	rank: 61,
	mayBe: text => text.endsWith(' ms') && text.includes(' - '),
	pattern:
		/^(?<method>[A-Z]{1,20}) (?<path>\S+) (?<status>\d{3}|-) (?<bytes>\d+|-) - (?<duration>\d{1,12}\.\d{1,9}|-) ms$/,
	read: ({method = '', path = '', status, duration}) =>
		accessLine({method, path, status: Number(status) || 0, durationMs: milliseconds(duration)}),
});
