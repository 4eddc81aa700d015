import {ExpectedFailure} from '../lib/failure.ts';
import {nearest} from '../lib/nearest.ts';
import type {Flags, Mode} from '../modes/contract.ts';
import type {Given} from './flags.ts';

/** Which mode a command line starts, and the word that is meant for it. Throws ExpectedFailure when it is none, or two. */
export function modeOf(
	modes: readonly Mode[],
	{flags, words: [word, argument, ...more], refusal}: Given,
): {readonly mode: Mode; readonly argument: string | undefined} {
	const byFlag = modes.find(({flag}) => flag !== undefined && flags[flag.name] !== undefined);
	const named = word === undefined ? undefined : modes.find(({subcommand}) => subcommand?.name === word);
	if (word !== undefined && named === undefined) throw mistyped(word, modes) ?? refusal(word);
	if (byFlag !== undefined && named !== undefined)
		throw new ExpectedFailure(
			`--${byFlag.flag?.name ?? ''} and ${word ?? ''} exclude each other: give one of them`,
		);
	const mode = byFlag ?? named ?? modes.find(({flag, subcommand}) => flag === undefined && subcommand === undefined);
	if (mode === undefined) throw new Error('no mode runs by default');
	const tooMany = named?.subcommand?.argument === undefined ? argument : more[0];
	if (tooMany !== undefined) throw refusal(tooMany);
	refuseFlagsOfOthers(modes, mode, flags);
	return {mode, argument};
}

function mistyped(word: string, modes: readonly Mode[]): ExpectedFailure | undefined {
	const guess = nearest(
		word,
		modes.flatMap(({subcommand}) => subcommand?.name ?? []),
	);
	return guess === undefined ? undefined : new ExpectedFailure(`there is no command ${word}: did you mean ${guess}?`);
}

/** A flag that does nothing is a mistake that nobody would notice. */
function refuseFlagsOfOthers(modes: readonly Mode[], mode: Mode, flags: Flags): void {
	for (const other of modes) {
		if (other === mode) continue;
		const foreign = other.ownFlags?.find(({name}) => flags[name] !== undefined);
		if (foreign === undefined) continue;
		throw new ExpectedFailure(
			`--${foreign.name} is for dogwatch ${other.subcommand?.name ?? other.id}: leave it out`,
		);
	}
}
