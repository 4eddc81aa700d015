import type {LogSelection} from '../../../model/log.ts';
import type {LogPane} from '../../contract.ts';

/** Whose logs the page shows. */
export interface LogsArgument {
	readonly selection: LogSelection;
	/** As typed after `/` before anything is; empty or missing: all lines. */
	readonly filter?: string;
}

/** The logs of pods, or of all that stands above pods, in the order of time. */
const logs: LogPane = {
	id: 'logs',
	shape: 'log',
	title: ({argument}) => titleOf((argument as LogsArgument).selection),
	kinds: () => ['pod'],
	selection: argument => (argument as LogsArgument).selection,
	filter: argument => (argument as LogsArgument).filter ?? '',
	select: (argument, selection) => ({...(argument as LogsArgument), selection}),
};

export default logs;

/** `api logs`, `api/app logs`, `api and 2 more, previous logs` */
function titleOf({of, container, previous}: LogSelection): string {
	const [first, ...others] = of;
	const name = first?.name ?? '';
	const part = container === undefined ? '' : `/${container}`;
	const more = others.length === 0 ? '' : ` and ${others.length} more`;
	return `${name}${part}${more} ${previous ? 'previous logs' : 'logs'}`;
}
