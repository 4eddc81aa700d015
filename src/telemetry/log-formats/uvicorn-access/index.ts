import {accessLine} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';
import {UVICORN_ACCESS, UVICORN_TIMING, uvicornRequest} from '../../line/uvicorn.ts';

export default textFormat({
	id: 'uvicorn-access',
	title: 'uvicorn access log',
	rank: 30,
	mayBe: text => text.includes(' - "'),
	pattern: UVICORN_ACCESS,
	read: groups => accessLine(uvicornRequest(groups)),
	timing: UVICORN_TIMING,
});
