import {conditionNamed} from '../../../kinds/conditions.ts';
import {formatAge} from '../../../lib/age.ts';
import type {Condition} from '../../../model/row.ts';
import type {JobRow} from '../../../model/workload.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isRecent} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {exitWords, type FailedRun, lastFailedRun, reasonOf, runEvidence} from '../../failed-run.ts';
import {listed, oneLine, quoted} from '../../phrases.ts';
import {isMigration, needersOf, wasDoneAgain} from './relatives.ts';

/** Whom it matters to has seen it by then, or it does not matter. */
const NEWS_MS = 24 * 3_600_000;

export default defineRule({
	id: 'job-failed',
	title: 'a Job that gave up: with the exit and the last words of its last pod',
	why: 'Its work is not done, and nobody tries again: a migration that is missing breaks what is deployed after it.',
	remedy: 'Mend what its log says, and make the Job again.',
	about: 'job',
	reads: ['job', 'pod', 'log', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: job, allPods} = subject;
		// Runs of a CronJob are told together; what is being deleted is of the past.
		if (job.status !== 'Failed' || job.owner?.kind === 'CronJob' || job.deletedAt !== undefined) return;
		const failed = conditionNamed(job.conditions, 'Failed');
		if (failed === undefined || wasDoneAgain(job, cluster)) return;
		const present = lastFailedRun(allPods, cluster);
		const run = present ?? lastFailedRun(goneOf(job, cluster), cluster);
		const isGone = present === undefined;
		const needers = isMigration(job) ? needersOf(job, cluster) : [];
		const names = listed(
			needers.map(({name}) => name),
			3,
		);
		yield {
			verdict: isRecent(subject, cluster, failed.since, NEWS_MS) ? 'doomed' : 'info',
			confidence: 'certain',
			title: `Job ${job.name} ${deedOf(job, failed, run)}`,
			because: [
				...(run === undefined
					? [oneLine(failed.message, 120)]
					: [`${exitWords(run.exit)}, ${triesOf(job, run)}`]),
				...(names === '' ? [] : [`it looks like the migration of ${names}, which has the same image`]),
			].join('; '),
			affects: needers,
			evidence: [
				...(run === undefined ? [] : runEvidence(run)),
				seenOn(job, quoted(`${failed.reason}: ${failed.message}`), failed.since || undefined),
			],
			since: failed.since || undefined,
			next: [
				...(run === undefined || isGone ? [] : [`read the log of ${run.pod.name}`]),
				'mend it and make the Job again: it does not try any more',
				...(names === '' ? [] : [`hold back releases of ${names} that need its changes`]),
			],
		};
	},
});

/** A container that is restarted in place tries again in the same pod. */
function triesOf({failed}: JobRow, {container}: FailedRun): string {
	const tries = Math.max(failed, container.restarts + 1);
	return tries > 1 ? `${tries} tries` : '1 try';
}

function goneOf(job: JobRow, cluster: Cluster): readonly PodRow[] {
	const pod = cluster.goneOf(job);
	return pod === undefined ? [] : [pod];
}

/** What happened, in a sentence: the last words tell more than that it gave up. */
function deedOf(job: JobRow, {reason}: Condition, run: FailedRun | undefined): string {
	if (reason === 'DeadlineExceeded') {
		const ranMs = (job.finishedAt ?? 0) - (job.startedAt ?? 0);
		const after = ranMs > 0 ? ` after ${formatAge(ranMs)}` : '';
		return `was ended at its deadline${after}${run === undefined ? '' : `: ${reasonOf(run, 60)}`}`;
	}
	if (run === undefined) return `gave up (${reason})`;
	return `failed: ${reasonOf(run, 75)}`;
}
