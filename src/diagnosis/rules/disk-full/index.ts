import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {someFail} from '../../traffic/failing.ts';
import {heardLately, sinceOf} from '../../traffic/heard-lately.ts';
import {hitting, podsNamed} from '../../traffic/hits.ts';
import {evidenceOfIncident} from '../../traffic/seen.ts';

export default defineRule({
	id: 'disk-full',
	title: 'a program whose disk is full',
	why: 'It cannot write any more, on a volume or on the node: it ends with it, or what it does fails.',
	remedy: 'Make room, or give the volume a larger size.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision'],
	place: 'cause',
	*find(subject, cluster) {
		yield* crashFindings(subject, cluster, ['disk-full'], ({crashes: [{pod, words}], about}) => {
			// A database says so of itself in a line of its log.
			if (words?.exception !== undefined && OF_A_DATABASE.test(words.line))
				return {
					words: 'the disk of its database is full',
					because: [],
					next: ['make room on the volume of the database, or enlarge it'],
					verdict: 'struggling',
				};
			return {
				words: `no space is left on its disk${about === '' ? '' : ` for ${about}`}`,
				...roomFor(pod),
				verdict: 'struggling',
			};
		});
		const traffic = subject.service && cluster.trafficOf(subject.service);
		const incident = traffic && heardLately(subject, cluster, traffic, ['disk-full'], 1)[0];
		const [pod] = incident === undefined ? [] : podsNamed(subject, incident.pods);
		if (traffic === undefined || incident === undefined || pod === undefined) return;
		const isOfDatabase = OF_A_DATABASE.test(incident.line) && !IN_ITS_OWN_LOG.test(incident.line);
		const {because, next} = isOfDatabase ? OF_THE_DATABASE : roomFor(pod);
		yield {
			key: 'serving',
			verdict: 'struggling',
			confidence: 'certain',
			title: `${someFail(traffic) ? 'Requests fail' : 'Pods cannot write'}: ${isOfDatabase ? 'the disk of the database is full' : `no space is left on the disk${incident.name === '' ? '' : ` for ${incident.name}`}`}`,
			because: because.join('; '),
			...hitting(subject, incident.pods),
			evidence: evidenceOfIncident(incident),
			next,
			since: sinceOf(incident),
		};
	},
});

const OF_THE_DATABASE = {because: [], next: ['make room on the volume of the database, or enlarge it']};

/** Postgres puts its process in brackets behind the time. */
const IN_ITS_OWN_LOG = /^\d{4}-\d\d-\d\d \S{8,16} \S{1,20} \[\d{1,10}\]/;

function roomFor({spec}: PodRow): {readonly because: readonly string[]; readonly next: readonly string[]} {
	const claims = spec.volumes.map(({claim}) => claim).filter(claim => claim !== '');
	if (claims.length > 0)
		return {
			because: [`its volumes: ${claims.join(', ')}`],
			next: [`enlarge ${claims.join(' or ')}, or make room on it`],
		};
	return {
		because: ['it has no volume of its own: the disk of the node, or an emptyDir'],
		next: ['make room on the node, or mount a volume for what it writes'],
	};
}

/** What PostgreSQL and MySQL pass on to their clients. */
const OF_A_DATABASE =
	/\bDiskFull|could not (?:extend|write to|create) file "(?:base|pg_|global)|The table '[^']{1,200}' is full/;
