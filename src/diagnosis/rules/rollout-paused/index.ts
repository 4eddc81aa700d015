import {conditionNamed} from '../../../kinds/conditions.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {kubectlName, objectName} from '../../object-name.ts';
import {counted} from '../../phrases.ts';
import type {WorkloadSubject} from '../../subject.ts';

/** Who pauses to change several things at once resumes soon. */
const SOON_MS = 15_000;

export default defineRule({
	id: 'rollout-paused',
	title: 'a Deployment that is paused, and whether that is half-way between two revisions',
	why: 'Nothing of its template is rolled out until somebody resumes it, which is easily forgotten.',
	remedy: 'Resume it when the pause has served its purpose.',
	about: 'workload',
	reads: ['workload', 'revision', 'pod'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: workload, service} = subject;
		if (!workload.paused || !workload.observed || workload.wanted === 0) return;
		const {current, updated} = workload;
		const isHalfway = updated > 0 && current > updated;
		const paused = conditionNamed(workload.conditions, 'Progressing');
		const since = paused?.reason === 'DeploymentPaused' ? paused.since || undefined : undefined;
		// It goes on only when somebody resumes it: that is no progress.
		const isLeft = isDue(subject, cluster, since ?? workload.createdAt, SOON_MS);
		yield {
			verdict: isHalfway || updated === 0 ? (isLeft ? 'struggling' : 'progressing') : 'info',
			confidence: 'certain',
			title: isHalfway
				? `${objectName(workload)} is paused half-way: ${mixtureOf(subject)}`
				: `${objectName(workload)} is paused: ${updated === 0 ? 'its newest template is not rolled out' : 'changes of its template wait'}`,
			affects: [workload],
			evidence: [
				seenOn(workload, 'spec.paused is true'),
				...(paused === undefined || since === undefined
					? []
					: [seenOn(workload, `Progressing ${paused.reason}: ${paused.message}`, since)]),
			],
			since,
			next: [
				`kubectl rollout resume ${kubectlName(workload)}`,
				...(isHalfway && service.previous !== undefined && subject.rollBack !== undefined
					? [`or resume it and ${subject.rollBack}`]
					: []),
			],
		};
	},
});

/** `1 pod runs rev 2, 3 older ones remain`. */
function mixtureOf({object: {current, updated}, revision}: WorkloadSubject): string {
	const rest = current - updated;
	return `${counted(updated, 'pod')} of ${revision || 'the new revision'}, ${rest} of older ones`;
}
