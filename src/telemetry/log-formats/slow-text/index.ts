import {defineLogFormat} from '../../contract.ts';
import {aRequest} from '../../line/request.ts';
import {SLOW_WORD, slowText} from '../../line/slow.ts';

/** Texts of somebody's own making about what took long; without a level of their own. */
export default defineLogFormat({
	id: 'slow-text',
	title: 'text about a slow request',
	rank: 87,
	parse(text) {
		if (!text.includes('/') && !SLOW_WORD.test(text)) return undefined;
		const slow = slowText(text);
		if (slow === undefined || (slow.request === undefined && !SLOW_WORD.test(text))) return undefined;
		return {level: undefined, message: text, request: slow.request && aRequest(slow.request)};
	},
	fields(text) {
		const slow = slowText(text);
		const {method = '', path = ''} = slow?.request ?? {};
		const found = Object.entries({method, path, duration: slow === undefined ? '' : `${slow.durationMs}ms`});
		return found.filter(([, value]) => value !== '');
	},
});
