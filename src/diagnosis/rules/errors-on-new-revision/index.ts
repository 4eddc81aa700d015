import {defineRule} from '../../contract.ts';
import {listed} from '../../phrases.ts';
import {whatChanged} from '../../what-changed.ts';
import {incidentInWords} from '../../traffic/complaints.ts';
import {failsOnlyNew} from '../../traffic/failing.ts';
import {errorShare, isOver, shareInWords} from '../../traffic/figures.ts';
import {evidenceOfIncident, evidenceOfRequest, measured} from '../../traffic/seen.ts';

const ROUTES_MAX = 3;

export default defineRule({
	id: 'errors-on-new-revision',
	title: 'requests that fail on the new revision only',
	why: 'The old pods answer the same requests well, so it is the new revision, and a rollout that goes on makes it worse.',
	remedy: 'Roll back, then look at the exception.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const {service, rollBack, object} = subject;
		const traffic = cluster.trafficOf(service);
		const two = traffic && failsOnlyNew(traffic);
		if (traffic === undefined || two === undefined || two.fresh.revision !== service.current?.label) return;
		const {fresh, old} = two;
		if (isOver(fresh.total, ({serverErrors}) => serverErrors === 0)) return;
		const [bad, good] = [errorShare(fresh.total.m5), errorShare(old.total.m15)];
		const routes = traffic.routes.filter(({revisions}) =>
			revisions.some(one => one.revision === fresh.revision && one.total.m5.serverErrors > 0),
		);
		const seen = traffic.failed.filter(({source}) => source.revision === fresh.revision);
		const incident = traffic.incidents.find(({revisions}) =>
			revisions.some(one => one.revision === fresh.revision && one.m5 > 0),
		);
		const names = listed(
			routes.map(({route}) => route),
			ROUTES_MAX,
		);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${shareInWords(bad)} of requests fail on the new ${fresh.revision}${names === '' ? '' : ` on ${names}`}, and ${good === 0 ? 'none' : shareInWords(good)} on ${old.revision}`,
			because: [incident === undefined ? '' : incidentInWords(incident), whatChanged(service)]
				.filter(text => text !== '')
				.join('; '),
			pods: subject.pods,
			evidence: [
				...(incident === undefined ? [] : evidenceOfIncident(incident)),
				...seen.slice(0, 3).map(evidenceOfRequest),
				measured(
					object,
					`${fresh.revision}: ${fresh.total.m5.serverErrors} of ${fresh.total.m5.count} requests failed`,
					traffic.at,
				),
				measured(
					object,
					`${old.revision}: ${old.total.m15.serverErrors} of ${old.total.m15.count} requests failed`,
					traffic.at,
				),
			],
			next: [
				...(rollBack === undefined ? [] : [rollBack]),
				'then look at the exception, or the first failed request',
			],
			since: service.current.createdAt,
		};
	},
});
