import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

/** What is applied together comes within seconds, and the account `default` comes shortly after its namespace. */
const GRACE_MS = 10_000;

export default defineRule({
	id: 'service-account-missing',
	title: 'pods whose service account does not exist',
	why: 'The API server creates no pod for an account that is not there.',
	remedy: 'Create the ServiceAccount, correct its name, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'service-account');
		if (refusal === undefined) return;
		const {words, since} = refusal;
		const named = /service ?account "(?<name>[^"]{1,253})" not found/.exec(words)?.groups?.['name'];
		const name = named ?? /service account \S{1,253}\/(?<name>[^\s:]{1,253})/.exec(words)?.groups?.['name'] ?? '';
		const {namespace} = subject.object;
		yield {
			...commonOf(refusal, subject),
			key: name,
			verdict: afterGrace(subject, cluster, since, GRACE_MS, 'doomed'),
			title: `${subject.who} cannot be created: there is no service account ${name} in ${namespace}`,
			because: extentOf(refusal),
			next: [
				...rollBackFirst(subject),
				`create ServiceAccount ${name} in ${namespace}, or correct serviceAccountName`,
			],
		};
	},
});
