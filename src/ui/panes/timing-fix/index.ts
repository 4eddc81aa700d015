import type {ServiceTraffic} from '../../../services/traffic/contract.ts';
import {sanitize} from '../../../terminal/sanitize.ts';
import type {DocumentPane} from '../../contract.ts';
import type {Document} from '../../document/document.ts';
import type {TimingArgument} from '../../open/requests.ts';
import {untimed} from '../../requests/words.ts';

/** What must be added to which program so that its requests tell how long they took: to be read, copied and saved. */
const timingFix: DocumentPane = {
	id: 'timing-fix',
	shape: 'document',
	title: ({argument}) => `${(argument as TimingArgument).service.name} timing`,
	kinds: () => [],
	object: argument => (argument as TimingArgument).service,
	read({argument, session}, before) {
		const {service} = argument as TimingArgument;
		const lines = linesOf(service.name, session.traffic.of(service.uid)).map(line => sanitize(line));
		const isSame = lines.length === before.length && lines.every((line, at) => line === before.textAt(at));
		return isSame ? before : documentOf(lines);
	},
	notice: () => undefined,
	wraps: true,
	ending: 'txt',
};

export default timingFix;

function linesOf(name: string, traffic: ServiceTraffic | undefined): readonly string[] {
	if (traffic === undefined) return [`nothing is known of the requests of ${name}`];
	const missing = untimed(traffic);
	if (missing === undefined) {
		return [
			traffic.timing === 'unknown'
				? `no request of ${name} was seen yet`
				: 'its requests tell how long they took',
		];
	}
	const {because, fix} = missing;
	if (fix.length === 0) return [`${because}, and no way is known to add it`];
	return [because, 'Rates and errors are right without. For times, the easiest first:', '', ...fix];
}

function documentOf(lines: readonly string[]): Document {
	const textAt = (line: number): string => lines[line] ?? '';
	return {
		length: lines.length,
		textAt,
		styledAt: line => [{text: textAt(line)}],
		hangAt: () => 2,
		endAt: line => line + 1,
		startsClosed: () => false,
		keyAt: line => `${line}`,
		copyAt: textAt,
		objectAt: () => undefined,
	};
}
