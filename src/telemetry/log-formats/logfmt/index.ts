import {defineLogFormat} from '../../contract.ts';
import {lineOf} from '../../json/record.ts';
import {rolesOfPairs} from '../../json/roles.ts';
import {pairsOf} from '../../line/pairs.ts';

/** Pairs from the beginning of a line: logfmt, slog's text handler, logrus, Traefik, lograge. */
export default defineLogFormat({
	id: 'logfmt',
	title: 'logfmt',
	rank: 86,
	parse(text) {
		const pairs = read(text);
		return pairs === undefined ? undefined : lineOf(rolesOfPairs(pairs));
	},
	fields: text => read(text) ?? [],
	timing: {
		because: 'these lines carry no duration',
		fix: ['add what the request took to the line, in milliseconds, as duration_ms=12.5'],
	},
});

function read(text: string) {
	if (!BEGIN.test(text)) return undefined;
	const pairs = pairsOf(text);
	const enough = pairs.some(([name]) => SURE.has(name)) ? 2 : 3;
	return pairs.length >= enough ? pairs : undefined;
}

/** Tags of Rails may stand before them. */
const BEGIN = /^(?:\[[^\]]{1,100}\] ){0,3}[A-Za-z_@][\w.-]{0,100}=/;

const SURE: ReadonlySet<string> = new Set(['level', 'lvl', 'msg']);
