import type {Incident, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {PodsSubject} from '../subject.ts';

/** Why requests may fail, as the log tells it. */
export interface Reason {
	readonly incident: Incident;
	/** `KeyError: 'total' at app/main.py:31 in checkout, 12 times`. */
	readonly words: string;
	readonly next: string;
}

/** What the logs complained about most in the last five minutes. */
export function reasonFor({pods, oldPods}: PodsSubject, {incidents}: ServiceTraffic): Reason | undefined {
	const names = new Set([...pods, ...oldPods].map(({name}) => name));
	const [incident] = incidents
		.filter(({counts, pods: by}) => counts.m5 > 0 && by.some(name => names.has(name)))
		.toSorted((a, b) => b.counts.m5 - a.counts.m5);
	return incident && {incident, words: incidentInWords(incident), next: nextOf(incident)};
}

/** `KeyError: 'total' at app/main.py:31 in checkout, 12 times`. */
export function incidentInWords({line, where, counts}: Incident): string {
	return `${line.slice(0, LINE_MAX)}${where === '' ? '' : ` at ${where}`}, ${counts.m5 === 1 ? 'once' : `${counts.m5} times`}`;
}

/** What is longer says no more, and is in the evidence. */
const LINE_MAX = 160;

function nextOf({kind, name, where}: Incident): string {
	if (kind === 'exception')
		return `look at ${where === '' ? `what raises ${name}` : `${where}, where ${name} is raised`}`;
	return `see to what the log complains about first`;
}
