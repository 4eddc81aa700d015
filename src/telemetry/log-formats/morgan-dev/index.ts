import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'morgan-dev',
	title: 'morgan dev',
	rank: 63,
	mayBe: text => text.includes(' ms - '),
	pattern:
		/^(?<method>[A-Z]{1,20}) (?<path>\S+) (?<status>\d{3}|-) (?<duration>\d{1,12}(?:\.\d{1,9})?|-) ms - (?<bytes>\d+|-)$/,
	read: ({method = '', path = '', status, duration}) =>
		accessLine({method, path, status: Number(status) || 0, durationMs: milliseconds(duration)}),
});
