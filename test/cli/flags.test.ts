import {describe, expect, test} from 'vitest';
import {parseFlags} from '../../src/cli/flags.ts';
import {ExpectedFailure} from '../../src/lib/failure.ts';
import {helpText} from '../../src/cli/help.ts';
import {COMMON_FLAGS, type Flag} from '../../src/modes/contract.ts';

const DEMO: Flag = {name: 'demo', value: 'SCENARIO', valueOptional: true, help: ''};
const flags = [DEMO, ...COMMON_FLAGS];

describe('flags', () => {
	test.each([
		[[], {}],
		[['-A'], {'all-namespaces': true}],
		[['-n', 'shop'], {namespace: 'shop'}],
		[['--namespace=shop', '-c', 'po'], {namespace: 'shop', command: 'po'}],
		[['--read-only'], {'read-only': true}],
		[['--readonly'], {'read-only': true}],
		[['--demo'], {demo: true}],
		[['--demo=oom'], {demo: 'oom'}],
		[['--kubeconfig', '/tmp/k', '--context', 'prod'], {kubeconfig: '/tmp/k', context: 'prod'}],
	])('%j', (args, expected) => {
		expect(parseFlags(args, flags)).toMatchObject({flags: expected, words: []});
	});

	test.each([
		[['--kubconfig', 'x'], 'there is no flag --kubconfig: did you mean --kubeconfig?'],
		[['--namespce'], 'there is no flag --namespce: did you mean --namespace?'],
		[['--read-onyl'], 'there is no flag --read-onyl: did you mean --read-only?'],
		[['--readonly=no'], '--read-only takes no value: leave no out'],
		[['--write'], 'there is no flag --write: see dogwatch --help'],
		[['--zzz'], 'there is no flag --zzz: see dogwatch --help'],
		[['-x'], 'there is no flag -x: see dogwatch --help'],
		[['-n'], '--namespace needs a value: --namespace NAME'],
		[['--context', '-A'], '--context needs a value: --context NAME'],
		[['--version=1'], '--version takes no value: leave 1 out'],
		[['-A', '-n', 'shop'], '--namespace and --all-namespaces exclude each other: give one of them'],
	])('%j is refused with one sentence', (args, message) => {
		expect(() => parseFlags(args, flags)).toThrow(new ExpectedFailure(message));
	});

	test('words that are no flags are kept in their order', () => {
		expect(parseFlags(['check', '-n', 'shop', 'api'], flags)).toMatchObject({
			flags: {namespace: 'shop'},
			words: ['check', 'api'],
		});
	});

	test('the help names each of them', () => {
		const text = helpText([], flags);
		for (const {name} of flags) expect(text).toContain(`--${name}`);
	});
});
