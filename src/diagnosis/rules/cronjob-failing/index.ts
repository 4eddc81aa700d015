import type {PodRow} from '../../../model/pod.ts';
import type {CronJobRow, JobRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {exitWords, lastFailedRun, reasonOf, runEvidence} from '../../failed-run.ts';
import {conditionNamed} from '../../../kinds/conditions.ts';
import {quoted} from '../../phrases.ts';

export default defineRule({
	id: 'cronjob-failing',
	title: 'a CronJob whose last runs failed',
	why: 'Its work is not done at present, and nobody may notice until it is missed.',
	remedy: 'Mend what the log of its last run says; the next run tries again.',
	about: 'cronjob',
	reads: ['cronjob', 'job', 'log'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: cronJob} = subject;
		if (cronJob.suspended || cronJob.deletedAt !== undefined) return;
		const failed = failedInARow(cronJob, cluster);
		const [last] = failed;
		const first = failed.at(-1);
		if (last === undefined || first === undefined) return;
		const run = lastFailedRun(podsOf(last, cluster), cluster);
		const condition = conditionNamed(last.conditions, 'Failed');
		const runs = failed.length === 1 ? 'its last run' : `its last ${failed.length} runs`;
		const {lastSucceededAt} = cronJob;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `CronJob ${cronJob.name} fails: ${run === undefined ? `${runs} did (${condition?.reason ?? 'Failed'})` : reasonOf(run, 70)}`,
			because: [
				`${runs} failed${run === undefined ? '' : ` with ${exitWords(run.exit)}`}`,
				lastSucceededAt === undefined
					? 'none is known to have succeeded'
					: `the last good one was at ${minuteOf(lastSucceededAt)}`,
			].join('; '),
			affects: failed,
			evidence: [
				...(run === undefined ? [] : runEvidence(run)),
				...(condition === undefined
					? []
					: [
							seenOn(
								last,
								quoted(`${condition.reason}: ${condition.message}`),
								condition.since || undefined,
							),
						]),
			],
			since: first.finishedAt,
			next: [
				...(run === undefined ? [] : [`read the log of ${run.pod.name}`]),
				`try it at once: kubectl create job --from=cronjob/${cronJob.name} ${cronJob.name}-now -n ${cronJob.namespace}`,
			],
		};
	},
});

/** The runs that failed since the last one that did not, the newest first. */
function failedInARow({uid, namespace, lastSucceededAt = 0}: CronJobRow, cluster: Cluster): readonly JobRow[] {
	const runs: JobRow[] = [];
	for (const job of cluster.inNamespace('job', namespace))
		if (job.owner?.uid === uid && (job.status === 'Failed' || job.status === 'Complete')) runs.push(job);
	const newestFirst = runs.toSorted((a, b) => startOf(b) - startOf(a));
	const good = newestFirst.findIndex(({status}) => status === 'Complete');
	const failed = good === -1 ? newestFirst : newestFirst.slice(0, good);
	// Good runs may have been cleaned away.
	return failed.filter(job => (job.finishedAt ?? 0) > lastSucceededAt);
}

function startOf({startedAt, createdAt}: JobRow): number {
	return startedAt ?? createdAt;
}

function podsOf({uid, namespace}: JobRow, cluster: Cluster): readonly PodRow[] {
	const found: PodRow[] = [];
	for (const pod of cluster.inNamespace('pod', namespace)) if (pod.owner?.uid === uid) found.push(pod);
	return found;
}

/** `2026-11-24 02:30 UTC`: an age would grow old. */
function minuteOf(at: number): string {
	return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
