import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

/** A request has two lines: the second tells how it ended, and has the path of the first if both have the tag of its id. */
export default textFormat({
	id: 'rails',
	title: 'Rails log',
	rank: 81,
	mayBe: text => text.includes('Completed ') || text.includes('Started '),
	pattern:
		/^(?:[DIWEFA], \[[^\]]{1,60}\] {1,2}[A-Z]{4,5} -- [^:]{0,40}: )?(?:\[(?<id>[^\]]{1,100})\] )?(?:\[[^\]]{1,100}\] ){0,3}(?:Started (?<method>[A-Z]{1,20}) "(?<path>[^"]*)" for (?<client>\S+) at (?<time>.+)|Completed (?<status>\d{3})(?: (?<phrase>[\w' -]{1,60}?))? in (?<duration>\d{1,9}(?:\.\d{1,3})?)ms(?: \((?<parts>.*)\))?)$/,
	read: ({id = '', method, path = '', status, duration}) => {
		if (status !== undefined) return accessLine({status: Number(status), durationMs: milliseconds(duration), id});
		const message = `Started ${method ?? ''} ${path}`;
		return {level: 'info', message, request: undefined, begins: {id, method: method ?? '', path}};
	},
});
