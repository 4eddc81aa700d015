import {parseArgs} from 'node:util';
import {ExpectedFailure} from '../lib/failure.ts';
import {maskCredentials} from '../lib/mask.ts';
import {nearest} from '../lib/nearest.ts';
import type {Flag, Flags} from '../modes/contract.ts';

/** What the command line says. */
export interface Given {
	readonly flags: Flags;
	/** What is no flag, in its order. */
	readonly words: readonly string[];
	/** Why a word that means nothing is refused, and what was probably meant. */
	refusal(word: string): ExpectedFailure;
}

/** Reads the arguments after the program's name. Throws ExpectedFailure with the nearest flag on a mistake. */
export function parseFlags(args: readonly string[], known: readonly Flag[]): Given {
	const {tokens} = parseArgs({
		args: [...args],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: optionsOf(known),
	});
	const flags: Record<string, string | true> = {};
	const words: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional') {
			words.push(token.value);
			continue;
		}
		const flag = known.find(({name, also}) => name === token.name || also === token.name);
		if (flag === undefined) throw unknownFlag(token.rawName, known);
		flags[flag.name] = valueOf(flag, token.value);
	}
	if (flags['namespace'] !== undefined && flags['all-namespaces'] !== undefined)
		throw new ExpectedFailure('--namespace and --all-namespaces exclude each other: give one of them');
	return {flags, words, refusal: word => surplusArgument(word, known, args)};
}

function optionsOf(known: readonly Flag[]): Record<string, {type: 'string' | 'boolean'; short?: string}> {
	return Object.fromEntries(
		known.flatMap(({name, short, also, value, valueOptional}) => {
			const type = value !== undefined && valueOptional !== true ? 'string' : 'boolean';
			const option = [name, short === undefined ? {type} : {type, short}] as const;
			return also === undefined ? [option] : [option, [also, {type}] as const];
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

/** `--demo oom`, `dogwatch pods`: what people try, and what they mean by it. */
function surplusArgument(value: string, known: readonly Flag[], args: readonly string[]): ExpectedFailure {
	const before = args[args.indexOf(value) - 1];
	const flag = known.find(({name, valueOptional}) => valueOptional === true && before === `--${name}`);
	const hint = flag === undefined ? `did you mean --command ${value}?` : `did you mean --${flag.name}=${value}?`;
	// It may be what belongs behind --db.
	return new ExpectedFailure(maskCredentials(`there is no argument ${value}: ${hint} See dogwatch --help`));
}

function unknownFlag(rawName: string, known: readonly Flag[]): ExpectedFailure {
	const guess = nearest(
		rawName.replace(/^-+/, ''),
		known.map(({name}) => name),
	);
	const hint = guess === undefined ? 'see dogwatch --help' : `did you mean --${guess}?`;
	return new ExpectedFailure(`there is no flag ${rawName}: ${hint}`);
}
