import {conditionsOf} from '../../kinds/conditions.ts';
import {createIntern} from '../../lib/intern.ts';
import {formatAge} from '../../lib/age.ts';
import {maskCredentials} from '../../lib/mask.ts';
import type {Condition, Mark} from '../../model/row.ts';
import type {Section, Word} from '../contract.ts';
import type {Known} from '../known.ts';
import {entry, listed, word} from '../words.ts';

/**
 * What an object says of itself: those that are well on one line, each of the others with its reason on its own. Of several that say
 * the same, the first has the word.
 */
export function conditionSection(wired: Parameters<typeof conditionsOf>[0], known: Known): Section {
	const conditions = conditionsOf(wired, createIntern());
	const well = conditions.filter(condition => markOf(condition) === 'healthy');
	const others = Map.groupBy(
		conditions.filter(condition => !well.includes(condition)),
		({status, reason, message}) => [status, reason, message].join('\n'),
	);
	return {
		title: 'CONDITIONS',
		entries: [
			...[...others.values()].map(alike => entry('', troubleWords(alike, known))),
			...(well.length === 0 ? [] : [entry('', listed(well.map(condition => wellWords(condition, known))))]),
		],
	};
}

/** `PodScheduled ✔ 3m` */
function wellWords(condition: Condition, known: Known): readonly Word[] {
	return [word(`${condition.type} `), {text: '', mark: 'healthy'}, ageWord(condition, known)];
}

/** `Ready ✖ ContainersNotReady 3m: containers with unready status: [api]` */
function troubleWords(alike: readonly Condition[], known: Known): readonly Word[] {
	const [condition] = alike;
	if (condition === undefined) return [];
	const {reason, message} = condition;
	const type = alike.map(one => one.type).join(', ');
	const mark = markOf(condition);
	const tone = mark === 'doomed' ? 'struggling' : undefined;
	return [
		word(`${type} `, tone),
		{text: reason === '' ? '' : ` ${reason}`, mark, tone},
		ageWord(condition, known),
		...(message === '' ? [] : [word(`: ${maskCredentials(message)}`)]),
	];
}

function ageWord({since}: Condition, {now}: Known): Word {
	return word(since === 0 ? '' : ` ${formatAge(now - since)}`, 'muted');
}

/** `False` is bad but for conditions that name a trouble; what is neither is not known. */
function markOf({type, status}: Condition): Mark {
	if (status !== 'True' && status !== 'False') return 'unknown';
	const isGood = (status === 'True') !== NAMES_TROUBLE.test(type);
	return isGood ? 'healthy' : 'doomed';
}

/**
 * Nodes (`MemoryPressure`, `NetworkUnavailable`), Deployments (`ReplicaFailure`), Jobs (`Failed`, `FailureTarget`, `Suspended`), pods
 * (`DisruptionTarget`), autoscalers (`ScalingLimited`), claims (`FileSystemResizePending`), namespaces (`NamespaceDeletion…Failure`,
 * `NamespaceContentRemaining`), the node problem detector (`KernelDeadlock`), and what controllers of others call their troubles.
 */
const NAMES_TROUBLE =
	/Pressure$|Unavailable$|Fail|Error|Suspended|^DisruptionTarget$|Limited$|Pending$|Remaining$|Deadlock|ReadonlyFilesystem|Stalled|Degraded|Unhealthy|Frequent/;
