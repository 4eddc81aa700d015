import type {Flag, Mode} from '../modes/contract.ts';

/** The text of `--help`: made from the declarations of flags and modes. */
export function helpText(modes: readonly Mode[], flags: readonly Flag[]): string {
	const own = modes.flatMap(({flag, ownFlags = []}) => (flag === undefined ? ownFlags : [flag, ...ownFlags]));
	const rows = [...own, ...flags].map(flag => [leftOf(flag), flag.help] as const);
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	return [
		'dogwatch: a terminal monitor for web services on Kubernetes',
		'',
		...modes.map(mode => `  dogwatch${startOf(mode)}`.padEnd(width + 2) + mode.title),
		'',
		...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
		'',
		'Keys are listed by ? inside. Output that is not a terminal gets one plain frame.',
		'Exit codes: 0 ended by the user, 1 failed, 2 wrong usage or configuration.',
		...modes.flatMap(({exitCodes}) => exitCodes ?? []),
		'',
	].join('\n');
}

function startOf({flag, subcommand}: Mode): string {
	if (flag !== undefined) return ` --${flag.name}`;
	if (subcommand === undefined) return '';
	const {name, argument} = subcommand;
	return ` ${name}${argument === undefined ? '' : ` [${argument}]`}`;
}

function leftOf({name, short, value, valueOptional}: Flag): string {
	const shown = value === undefined ? '' : valueOptional === true ? `[=${value}]` : ` ${value}`;
	return `${short === undefined ? '   ' : `-${short},`} --${name}${shown}`;
}
