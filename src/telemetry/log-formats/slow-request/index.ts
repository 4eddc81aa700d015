import {aRequest} from '../../line/request.ts';
import {SLOW_REQUEST, slowRequest} from '../../line/slow.ts';
import {textFormat} from '../../line/text-format.ts';

/** Printed beside the access line of the same request, for slow ones only, without method and status. */
export default textFormat({
	id: 'slow-request',
	title: 'SLOW REQUEST of a middleware',
	rank: 85,
	mayBe: text => text.includes('SLOW REQUEST: '),
	pattern: SLOW_REQUEST,
	read: ({url, duration}) => ({level: 'warn', message: '', request: aRequest(slowRequest(url, duration))}),
});
