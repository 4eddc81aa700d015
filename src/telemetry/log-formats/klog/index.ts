import type {Level} from '../../../model/log.ts';
import {textFormat} from '../../line/text-format.ts';

const SPACE = 32;

const LEVELS: ReadonlyMap<string, Level> = new Map([
	['I', 'info'],
	['W', 'warn'],
	['E', 'error'],
	['F', 'fatal'],
]);

export default textFormat({
	id: 'klog',
	title: 'klog',
	rank: 76,
	mayBe: text => text.charCodeAt(5) === SPACE && text.includes('] '),
	pattern:
		/^(?<level>[IWEF])(?<date>\d{4}) (?<time>\d\d:\d\d:\d\d\.\d{6})\s{1,10}(?<pid>\d{1,10}) (?<source>[^:\s]{1,300}:\d{1,9})\] (?<message>.*)$/,
	read: ({level = '', message = ''}) => ({level: LEVELS.get(level), message, request: undefined}),
});
