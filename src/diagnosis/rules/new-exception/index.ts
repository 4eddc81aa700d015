import type {Incident} from '../../../services/traffic/contract.ts';
import {defineRule} from '../../contract.ts';
import {counted} from '../../phrases.ts';
import {whatChanged} from '../../what-changed.ts';
import {someFail} from '../../traffic/failing.ts';
import {hitting} from '../../traffic/hits.ts';
import {evidenceOfIncident, evidenceOfRequest} from '../../traffic/seen.ts';

/** As often, or requests fail with it. */
const TIMES = 3;

/** What begins later is not of the rollout. */
const AFTER_MS = 60 * 60_000;

const GROUPS_MAX = 3;

export default defineRule({
	id: 'new-exception',
	title: 'exceptions that a new revision brought',
	why: 'The logs tell of an exception at a place where the revision before never raised it.',
	remedy: 'Look at the place that is named, or roll back.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision'],
	place: 'failure',
	*find(subject, cluster) {
		const {service, rollBack} = subject;
		const {current} = service;
		const traffic = cluster.trafficOf(service);
		if (traffic === undefined || current === undefined || service.previous === undefined) return;
		if (cluster.now - current.createdAt > AFTER_MS) return;
		// Whether it is new is only known when the revision before was heard, too.
		const heardBefore = traffic.revisions.some(({revision}) => revision !== current.label);
		const isFailing = someFail(traffic);
		const found = traffic.incidents
			.filter(incident => isNew(incident, current.label) && incident.firstAt >= current.createdAt)
			.filter(({counts}) => counts.m5 >= TIMES || (isFailing && counts.m5 >= 2));
		for (const incident of heardBefore ? found.slice(0, GROUPS_MAX) : []) {
			const {key, name, where, line, counts, pods, firstAt} = incident;
			const at = where === '' ? '' : ` at ${where}`;
			yield {
				key: key.replaceAll(/\d+/g, '#'),
				verdict: 'struggling',
				confidence: 'certain',
				title: `New in ${current.label}: ${name.slice(name.lastIndexOf('.') + 1)}${at}`,
				because: [
					`${line.slice(0, 160)}, ${counted(counts.m5, 'time')} in the last 5 minutes`,
					whatChanged(service),
				]
					.filter(text => text !== '')
					.join('; '),
				...hitting(subject, pods),
				evidence: [...evidenceOfIncident(incident), ...traffic.failed.slice(0, 2).map(evidenceOfRequest)],
				next: [
					`look at ${where === '' ? `what raises ${name}` : where}`,
					...(rollBack === undefined ? [] : [`or ${rollBack}`]),
				],
				since: firstAt,
			};
		}
	},
});

function isNew({kind, revisions}: Incident, revision: string): boolean {
	return (
		kind === 'exception' &&
		revisions.length > 0 &&
		revisions.every(one => one.revision === revision || one.all === 0)
	);
}
