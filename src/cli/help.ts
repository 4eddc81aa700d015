import type {Flag, Mode} from '../modes/contract.ts';

/** The text of `--help`: made from the declarations of flags and modes. */
export function helpText(modes: readonly Mode[], flags: readonly Flag[]): string {
	const rows = flags.map(flag => [leftOf(flag), flag.help] as const);
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	return [
		'dogwatch: a terminal monitor for web services on Kubernetes',
		'',
		...modes.map(
			mode => `  dogwatch${mode.flag === undefined ? '' : ` --${mode.flag.name}`}`.padEnd(width + 2) + mode.title,
		),
		'',
		...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
		'',
		'Keys are listed by ? inside. Output that is not a terminal gets one plain frame.',
		'Exit codes: 0 ended by the user, 1 failed, 2 wrong usage or configuration.',
		'',
	].join('\n');
}

function leftOf({name, short, value, valueOptional}: Flag): string {
	const shown = value === undefined ? '' : valueOptional === true ? `[=${value}]` : ` ${value}`;
	return `${short === undefined ? '   ' : `-${short},`} --${name}${shown}`;
}
