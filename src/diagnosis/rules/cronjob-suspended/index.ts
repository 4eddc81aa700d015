import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';

export default defineRule({
	id: 'cronjob-suspended',
	title: 'a CronJob that is suspended',
	why: 'It does not run until somebody resumes it, which is easily forgotten.',
	remedy: 'Resume it, or delete it when it is not needed any more.',
	about: 'cronjob',
	reads: ['cronjob'],
	place: 'effect',
	*find({object: cronJob}) {
		if (!cronJob.suspended || cronJob.deletedAt !== undefined) return;
		const {name, namespace, schedule, lastScheduledAt} = cronJob;
		yield {
			verdict: 'info',
			confidence: 'certain',
			title: `CronJob ${name} is suspended`,
			because: `its schedule ${schedule} has no effect`,
			evidence: [
				seenOn(cronJob, 'spec.suspend is true'),
				lastScheduledAt === undefined
					? seenOn(cronJob, 'it never ran')
					: seenOn(cronJob, 'it ran for the last time', lastScheduledAt),
			],
			next: [`kubectl patch cronjob ${name} -n ${namespace} -p '{"spec":{"suspend":false}}'`],
		};
	},
});
