import {defineRule} from '../../contract.ts';
import {counted} from '../../phrases.ts';
import {heardLately, isOfStart, sinceOf} from '../../traffic/heard-lately.ts';
import {hitting} from '../../traffic/hits.ts';
import {evidenceOfIncident} from '../../traffic/seen.ts';

const TIMES = 5;
const GROUPS_MAX = 3;

export default defineRule({
	id: 'exceptions-repeated',
	title: 'exceptions that are raised again and again in a program that logs no requests',
	why: 'Nobody sees requests or jobs fail but in the tracebacks: the pods are Ready and run on.',
	remedy: 'Look at the place that is named.',
	about: 'workload',
	reads: ['traffic', 'pod'],
	place: 'effect',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		// Where requests are seen it is they that count: an exception may be handled.
		if (traffic === undefined || traffic.total.m15.count > 0) return;
		const heard = heardLately(subject, cluster, traffic, ['exception'], TIMES).filter(
			incident => !isOfStart(incident, subject, traffic),
		);
		for (const incident of heard.slice(0, GROUPS_MAX)) {
			const {key, name, where, line, counts, pods} = incident;
			yield {
				key: key.replaceAll(/\d+/g, '#'),
				verdict: 'struggling',
				confidence: 'likely',
				title: `${name.slice(name.lastIndexOf('.') + 1)} is raised again and again${where === '' ? '' : ` at ${where}`}`,
				because: `${line.slice(0, 160)}, ${counted(counts.m5, 'time')} in the last 5 minutes`,
				...hitting(subject, pods),
				evidence: evidenceOfIncident(incident),
				next: [`look at ${where === '' ? `what raises ${name}` : where}`],
				since: sinceOf(incident),
			};
		}
	},
});
