import {ExpectedFailure} from '../../lib/failure.ts';
import {defineMode, textOf} from '../contract.ts';
import {settingsOf} from '../settings.ts';

const OUTPUTS = ['text', 'json', 'schema'];

/** One look at a namespace, for scripts and for people without a screen. */
export default defineMode({
	id: 'check',
	title: 'say once what is wrong, worst first',
	subcommand: {name: 'check', argument: 'SERVICE'},
	ownFlags: [
		{
			name: 'output',
			short: 'o',
			value: 'FORM',
			help: 'check: text (when missing), json, or schema: the JSON schema of the json',
		},
	],
	exitCodes:
		'Of check: 0 healthy, 1 something is doomed, 2 wrong usage or no connection, 3 only struggling, 4 cannot see enough to say.',
	async run(flags, outside, service) {
		const output = textOf(flags, 'output') ?? 'text';
		if (!OUTPUTS.includes(output))
			throw new ExpectedFailure(`there is no output ${output}: it is one of ${OUTPUTS.join(', ')}`);
		const [{openKubeconfig}, {settle}, {reportOf}, {exitCodeOf}, {asJson, printed}] = await Promise.all([
			import('../../session/clusters.ts'),
			import('./settle.ts'),
			import('./report.ts'),
			import('./exit-code.ts'),
			import('./print.ts'),
		]);
		if (output === 'schema') {
			const {schema} = await import('./schema.ts');
			outside.output.write(`${JSON.stringify(schema, undefined, '\t')}\n`);
			return 0;
		}
		const {environment, home, clock, random, version} = outside;
		const kubeconfig = textOf(flags, 'kubeconfig');
		const settings = settingsOf(flags, outside.environment);
		const clusters = await openKubeconfig({environment, home, kubeconfig, clock, random, version, settings});
		const namespace = flags['all-namespaces'] === true ? '' : textOf(flags, 'namespace');
		const session = await clusters.connect(textOf(flags, 'context'), namespace);
		try {
			await settle(session, clock, outside.ended);
			// What the logs told comes to the rules every few seconds: here there is only this one look.
			session.judge();
			await settle(session, clock, outside.ended);
			const report = reportOf(session, service);
			outside.output.write(output === 'json' ? asJson(report) : printed(report, outside.offsetMs));
			return exitCodeOf(report);
		} finally {
			session.stop();
		}
	},
});
