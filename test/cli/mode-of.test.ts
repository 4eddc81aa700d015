import {expect, test} from 'vitest';
import {parseFlags} from '../../src/cli/flags.ts';
import {modeOf} from '../../src/cli/mode-of.ts';
import {ExpectedFailure} from '../../src/lib/failure.ts';
import {COMMON_FLAGS, type Flag} from '../../src/modes/contract.ts';
import {modes} from '../../src/modes/index.ts';

const own = modes.flatMap(({flag, ownFlags = []}): readonly Flag[] =>
	flag === undefined ? ownFlags : [flag, ...ownFlags],
);
const chosen = (args: readonly string[]) => modeOf(modes, parseFlags(args, [...own, ...COMMON_FLAGS]));

test.each([
	[[], 'dashboard', undefined],
	[['-n', 'shop'], 'dashboard', undefined],
	[['--demo=oom'], 'demo', undefined],
	[['check'], 'check', undefined],
	[['check', 'api', '-n', 'shop', '-o', 'json'], 'check', 'api'],
])('%j starts %s for %s', (args, id, argument) => {
	const {mode, argument: given} = chosen(args);
	expect([mode.id, given]).toEqual([id, argument]);
});

test.each([
	[['pods'], 'there is no argument pods: did you mean --command pods? See dogwatch --help'],
	[['--demo', 'oom'], 'there is no argument oom: did you mean --demo=oom? See dogwatch --help'],
	[['chek'], 'there is no command chek: did you mean check?'],
	[['check', 'api', 'web'], 'there is no argument web: did you mean --command web? See dogwatch --help'],
	[['check', '--demo'], '--demo and check exclude each other: give one of them'],
	[['--output', 'json'], '--output is for dogwatch check: leave it out'],
])('%j is refused with one sentence', (args, message) => {
	expect(() => chosen(args)).toThrow(new ExpectedFailure(message));
});
