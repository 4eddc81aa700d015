/** Whether a server noted a request here: uvicorn, gunicorn, nginx and all that write the common log format, morgan, gin. */
export function isAccessLine(text: string): boolean {
	// The cheap test first: a traceback of a thousand lines has none of them.
	if (!text.includes('"') && !text.includes('ms') && !text.includes('[GIN]')) return false;
	return UVICORN.test(text) || COMMON_LOG.test(text) || MORGAN.test(text) || text.startsWith('[GIN] ');
}

const UVICORN = /^(?:[A-Z]{4,8}:\s{1,10})?\S{0,100} - "(?:[A-Z]{3,10} \S* HTTP\/[\d.]{1,5}|WebSocket \S*)" /;
const COMMON_LOG = /^\S{1,100} \S{1,100} .{1,100}?\[[^\]]{10,40}\] "[^"]*" \d{3} /;
const MORGAN = /^[A-Z]{3,10} \/\S* (?:\d{3}|-) (?:[\d.]{1,20}|-) (?:ms|- )/;
