import {formatAge} from '../../../lib/age.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';
import {longestGapMs} from './schedule.ts';

/** A run may wait for its turn; and twice a year the clocks are moved by an hour. */
const LATE_MS = 70 * 60_000;

export default defineRule({
	id: 'cronjob-missed',
	title: 'a CronJob that has not run when its schedule says that it must have',
	why: 'Its work is not done, and nothing fails that would tell.',
	remedy: 'See its events: missed start times, a time zone that is not known, a controller that does not run.',
	about: 'cronjob',
	reads: ['cronjob', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: cronJob, events} = subject;
		// A run that goes on may keep the next ones from starting.
		if (cronJob.suspended || cronJob.active > 0 || cronJob.deletedAt !== undefined) return;
		const ranAt = cronJob.lastScheduledAt ?? cronJob.createdAt;
		if (ranAt === 0 || ranAt > cluster.now || !isDue(subject, cluster, ranAt, LATE_MS)) return;
		const gapMs = longestGapMs(cronJob.schedule, ranAt);
		if (gapMs === undefined || !isDue(subject, cluster, ranAt, gapMs + LATE_MS)) return;
		const told = events.findLast(({type, lastAt}) => type === 'Warning' && lastAt > ranAt);
		yield {
			verdict: 'struggling',
			confidence: 'likely',
			title: `CronJob ${cronJob.name} does not run: its schedule ${cronJob.schedule} is missed`,
			because: `at most ${formatAge(gapMs)} lie between two runs of this schedule`,
			evidence: [
				seenOn(
					cronJob,
					cronJob.lastScheduledAt === undefined ? 'made, and it never ran' : 'it ran for the last time',
					ranAt,
				),
				...(told === undefined ? [] : [heardOf(told, cronJob, quoted(told.message))]),
			],
			since: ranAt + gapMs,
			next: [`see its events: kubectl describe cronjob ${cronJob.name} -n ${cronJob.namespace}`],
		};
	},
});
