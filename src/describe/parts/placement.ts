import type {PodSpec} from '../../model/pod-spec.ts';
import {tolerationText} from '../../services/template-pod.ts';
import {formatAge} from '../../lib/age.ts';
import type {Entry, Section} from '../contract.ts';
import {entry} from '../words.ts';

/** Where pods may run, as whom, and how they end: only what is not as it is by default. */
export function placementSection(spec: PodSpec): Section {
	const tolerations = spec.tolerations.filter(({key}) => !DEFAULT_TOLERATIONS.has(key)).map(tolerationText);
	const selector = Object.entries(spec.nodeSelector).map(([key, value]) => `${key}=${value}`);
	return {
		title: 'RUNS',
		entries: [
			...line('on nodes', [...selector, ...spec.nodeAffinity].join(' and ')),
			...line('tolerates', tolerations.join(', ')),
			...line('as', spec.serviceAccount === 'default' ? '' : spec.serviceAccount),
			...line('pulls with', spec.pullSecrets.join(', ')),
			...line('priority', spec.priorityClass),
			...line('restarts', spec.restartPolicy === 'Always' ? '' : spec.restartPolicy),
			...line('ends within', spec.graceMs === GRACE_MS ? '' : formatAge(spec.graceMs)),
		],
	};
}

/** Every pod gets them. */
const DEFAULT_TOLERATIONS: ReadonlySet<string> = new Set([
	'node.kubernetes.io/not-ready',
	'node.kubernetes.io/unreachable',
]);

const GRACE_MS = 30_000;

function line(label: string, text: string): readonly Entry[] {
	return text === '' ? [] : [entry(label, text)];
}
