import {parseArgs} from 'node:util';
import {ExpectedFailure} from '../lib/failure.ts';
import {nearest} from '../lib/nearest.ts';
import type {Flag, Flags} from '../modes/contract.ts';

/** Reads the arguments after the program's name. Throws ExpectedFailure with the nearest flag on a mistake. */
export function parseFlags(args: readonly string[], known: readonly Flag[]): Flags {
	const {tokens} = parseArgs({
		args: [...args],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: optionsOf(known),
	});
	const flags: Record<string, string | true> = {};
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional')
			throw new ExpectedFailure(`dogwatch takes no argument ${token.value}: see dogwatch --help`);
		const flag = known.find(({name}) => name === token.name);
		if (flag === undefined) throw unknownFlag(token.rawName, known);
		flags[flag.name] = valueOf(flag, token.value);
	}
	if (flags['namespace'] !== undefined && flags['all-namespaces'] !== undefined)
		throw new ExpectedFailure('--namespace and --all-namespaces exclude each other: give one of them');
	return flags;
}

function optionsOf(known: readonly Flag[]): Record<string, {type: 'string' | 'boolean'; short?: string}> {
	return Object.fromEntries(
		known.map(({name, short, value, valueOptional}) => {
			const type = value !== undefined && valueOptional !== true ? 'string' : 'boolean';
			return [name, short === undefined ? {type} : {type, short}];
		}),
	);
}

function valueOf(flag: Flag, value: string | undefined): string | true {
	if (flag.value === undefined) {
		if (value !== undefined) throw new ExpectedFailure(`--${flag.name} takes no value: leave ${value} out`);
		return true;
	}
	if (value === undefined && flag.valueOptional === true) return true;
	if (value === undefined || value === '' || value.startsWith('-'))
		throw new ExpectedFailure(`--${flag.name} needs a value: --${flag.name} ${flag.value}`);
	return value;
}

function unknownFlag(rawName: string, known: readonly Flag[]): ExpectedFailure {
	const guess = nearest(
		rawName.replace(/^-+/, ''),
		known.map(({name}) => name),
	);
	const hint = guess === undefined ? 'see dogwatch --help' : `did you mean --${guess}?`;
	return new ExpectedFailure(`there is no flag ${rawName}: ${hint}`);
}
