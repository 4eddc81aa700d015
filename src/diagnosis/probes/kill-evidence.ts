import {formatAge} from '../../lib/age.ts';
import {maskCredentials} from '../../lib/mask.ts';
import {exitMeaning, exitName} from '../../model/exit-code.ts';
import type {Evidence} from '../../model/finding.ts';
import type {Exit} from '../../model/pod.ts';
import {heardOf, readFrom, seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import {probeWords} from '../probe-budget.ts';
import type {KillGroup} from './kill-groups.ts';
import type {ProbeKill} from './kills.ts';

/** What shows it: the failed probe, the last words, the kills, what the probe is, and how the run ended. */
export function killEvidence({kills, lead}: KillGroup): readonly Evidence[] {
	const {pod, container, words, probe, kind, spec, failure, exit} = lead;
	const said = words?.trouble?.line ?? words?.line ?? '';
	return [
		...(failure === undefined ? [] : [heardOf(failure.event, pod, quoted(maskCredentials(failure.event.message)))]),
		...(words === undefined || said === '' ? [] : [readFrom(pod, container, words, said)]),
		...kills
			.slice(0, 3)
			.flatMap(({killing, pod: killed}) =>
				killing === undefined ? [] : heardOf(killing, killed, quoted(killing.message)),
			),
		...(probe === undefined ? [] : [seenOn(pod, `${kind}Probe: ${probeWords(kind, probe, spec.ports)}`)]),
		...(exit === undefined ? [] : [seenOn(pod, exitWords(lead, exit), exit.finishedAt)]),
	];
}

/** What a code means that came of a kill: 137 alone would be read as one of several kinds of kills. */
function exitWords({livedMs}: ProbeKill, exit: Exit): string {
	const how =
		exit.code === 137
			? 'killed (SIGKILL), since it did not end when it was told to'
			: exit.code === 0 || exit.code === 143
				? 'it ended when it was told to'
				: exitMeaning(exit);
	return `${exitName(exit)} after ${formatAge(livedMs)}${how === '' ? '' : `: ${how}`}`;
}
