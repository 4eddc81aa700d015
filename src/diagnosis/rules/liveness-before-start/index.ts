import {defineRule} from '../../contract.ts';
import {formatAge} from '../../../lib/age.ts';
import {budgetMs, budgetWords} from '../../probe-budget.ts';
import type {KillGroup} from '../../probes/kill-groups.ts';
import {killFindings, type KillSaying, metWords} from '../../probes/kill-findings.ts';

export default defineRule({
	id: 'liveness-before-start',
	title: 'a liveness probe that kills containers before they have started',
	why: 'The program needs longer to start than the liveness probe waits, so no start ever comes to its end.',
	remedy: 'Add a startup probe that gives it the time, or a longer initialDelaySeconds.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => killFindings(subject, cluster, 'liveness', say),
});

function say({lead, isBeforeStart}: KillGroup): KillSaying | undefined {
	const {probe, livedMs, failure} = lead;
	if (!isBeforeStart || failure === undefined || probe === undefined) return undefined;
	return {
		words: ` before they are up: it waits ${formatAge(budgetMs(probe))}`,
		because: [
			`killed ${formatAge(livedMs)} after its start, ${metWords(lead).slice(2)}`,
			`the probe allows ${budgetWords(probe)}`,
			lead.words === undefined ? 'its log was not read' : '',
		],
		next: [
			`add a startupProbe that gives more than ${formatAge(livedMs)}`,
			'see what the program does in that time',
		],
		isHopeless: true,
		confidence: 'likely',
	};
}
