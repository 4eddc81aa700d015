import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {rollBackFirst} from '../roll-back.ts';
import type {PodsSubject} from '../subject.ts';
import {type ConfigFault, configFaultOf, nameOfFault} from './config-fault.ts';
import {configStanding} from './config-standing.ts';
import {stuckContainers} from './stuck-containers.ts';

/** What a rule says of one fault. */
export interface Saying {
	/** The end of the title, after `4 pods of rev 2 wait for`. */
	readonly words: string;
	/** What helps too, besides what helps with every such fault. */
	readonly next: readonly string[];
}

const REASONS: ReadonlySet<string> = new Set(['CreateContainerConfigError']);

/** Findings of pods that wait because a variable of theirs cannot be read, of those faults that the rule has words for. */
export function* configFindings(
	subject: PodsSubject,
	cluster: Cluster,
	say: (fault: ConfigFault) => Saying | undefined,
): Generator<Draft> {
	const stuck = stuckContainers(subject, cluster, REASONS, message => {
		const fault = configFaultOf(message);
		const saying = fault && say(fault);
		return fault === undefined || saying === undefined
			? undefined
			: {key: nameOfFault(fault), fault: {...fault, ...saying}};
	});
	for (const {fault, pods, evidence, since} of stuck) {
		const {verdict, because, next} = configStanding(fault, subject, since, cluster);
		yield {
			key: nameOfFault(fault),
			verdict,
			confidence: 'certain',
			title: `${subject.who} wait for ${fault.words}`,
			because,
			pods,
			evidence,
			since,
			next: [...rollBackFirst(subject), next, ...fault.next],
		};
	}
}
