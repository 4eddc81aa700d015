import type {LoggedTrouble} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {blamed, type DependencySaying} from '../dependency-saying.ts';
import {counted} from '../phrases.ts';
import {rollBackFirst} from '../roll-back.ts';
import type {PodsSubject} from '../subject.ts';
import {type Complaint, complaintsOfServing, WITHIN} from './complaints-of-serving.ts';
import {sinceOf} from './heard-lately.ts';
import {hitting, readyAllTheSame} from './hits.ts';
import {evidenceOfIncident, evidenceOfRequest} from './seen.ts';

/**
 * Findings of pods that serve while something they depend on fails them, one for each dependency. They are never doomed by it: what
 * serves may get over it.
 */
export function* servingFindings(
	subject: PodsSubject,
	cluster: Cluster,
	categories: readonly LoggedTrouble['category'][],
	say: (complaint: Complaint) => DependencySaying,
	isReadyOnly = true,
): Generator<Draft> {
	for (const complaint of complaintsOfServing(subject, cluster, categories, {isReadyOnly})) {
		const {sufferers, trouble, dependency, incident, isFailing, traffic, times} = complaint;
		const {words, because = [], next, isLasting = false, confidence} = say(complaint);
		const failed = traffic.failed.filter(({at}) => at > traffic.at - WINDOW_MS);
		const rollBack = rollBackFirst(subject);
		yield {
			key: `${sufferers[0].container.name}/${trouble.category}/${dependency.label}`,
			verdict: dependency.coming === 'starting' && !isFailing ? 'progressing' : 'struggling',
			confidence: confidence ?? 'certain',
			title: `${isFailing ? 'Requests fail' : 'Pods serve, but they complain'}: ${words}`,
			because: [
				...because,
				WITHIN.has(trouble.category) ? '' : dependency.proof,
				`${counted(times, 'time')} in the last 5 minutes${incident.where === '' ? '' : `, at ${incident.where}`}`,
				isFailing ? readyAllTheSame(subject) : '',
			]
				.filter(text => text !== '')
				.join('; '),
			...hitting(
				subject,
				sufferers.map(({pod}) => pod.name),
			),
			evidence: [...evidenceOfIncident(incident), ...failed.slice(0, 2).map(evidenceOfRequest)],
			next: isLasting ? [...rollBack, ...next] : [...next, ...rollBack],
			since: sinceOf(incident),
			...(dependency.host !== '' && {blames: blamed(dependency)}),
		};
	}
}

const WINDOW_MS = 5 * 60_000;
