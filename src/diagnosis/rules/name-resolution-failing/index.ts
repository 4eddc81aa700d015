import {defineRule} from '../../contract.ts';
import {counted, listed} from '../../phrases.ts';
import {someFail} from '../../traffic/failing.ts';
import {heardLately, isOfStart, sinceOf} from '../../traffic/heard-lately.ts';
import {hitting} from '../../traffic/hits.ts';
import {evidenceOfIncident} from '../../traffic/seen.ts';

const NAMES_MAX = 3;

export default defineRule({
	id: 'name-resolution-failing',
	title: 'names that DNS does not resolve while pods serve',
	why: 'What a program asks for by name it does not find: the name is wrong, or the DNS of the cluster does not answer.',
	remedy: 'Look at coredns when several names fail, else at the name.',
	about: 'workload',
	reads: ['traffic', 'pod', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const found =
			traffic === undefined
				? []
				: heardLately(subject, cluster, traffic, ['dns']).filter(one => !isOfStart(one, subject, traffic));
		const [first] = found;
		if (traffic === undefined || first === undefined) return;
		const names = [...new Set(found.map(({name}) => name).filter(name => name !== ''))];
		const isPassing = found.some(({line}) => /temporary failure|EAI_AGAIN|server misbehaving/i.test(line));
		const times = found.reduce((sum, {counts}) => sum + counts.m5, 0);
		const isWide = isPassing || names.length !== 1;
		yield {
			verdict: 'struggling',
			confidence: isWide && !isPassing ? 'likely' : 'certain',
			title: `${someFail(traffic) ? 'Requests fail' : 'Pods complain'}: ${names.length === 0 ? 'names do' : `${listed(names, NAMES_MAX)} ${names.length === 1 ? 'does' : 'do'}`} not resolve in DNS`,
			because: `${counted(times, 'time')} in the last 5 minutes`,
			...hitting(subject, [...new Set(found.flatMap(({pods}) => pods))]),
			evidence: found.slice(0, NAMES_MAX).flatMap(evidenceOfIncident),
			next: [
				...(isWide ? ['look at the DNS of the cluster (coredns)'] : []),
				names.length === 0 ? 'check the names in its settings' : `check the name ${names[0] ?? ''}`,
			],
			since: sinceOf(first),
		};
	},
});
