import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {specOf} from '../../crash-words.ts';
import {nearest} from '../../../lib/nearest.ts';
import type {ContainerSpec} from '../../../model/pod-spec.ts';
import type {PodsSubject} from '../../subject.ts';

export default defineRule({
	id: 'setting-missing',
	title: 'a program that lacks a setting, or cannot read one',
	why: 'It checks its settings first and ends when one is missing or wrong, so no start can succeed.',
	remedy: 'Set the variable, in the template or in the ConfigMap or Secret that it comes from, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'configmap'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['setting-missing'], ({crashes: [{pod, container, words}], about}) => {
			const isWrong = /input should|not a valid|invalid|parsing|unable to parse/i.test(words?.line ?? '');
			const name = about === '' ? 'a setting' : `the setting ${about}`;
			return {
				words: isWrong ? `${name} has a wrong value` : `${name} is missing`,
				because: [
					whereItIs(specOf(pod, container), about, pod.namespace, cluster),
					whereItWas(subject, container.name, about),
				],
				next: isWrong
					? [`correct ${about || 'it'}`]
					: [`set ${about || 'it'} in the template, or in what its environment comes from`],
				verdict: 'doomed',
			};
		}),
});

/** What the template says of it now. */
function whereItIs(spec: ContainerSpec | undefined, about: string, namespace: string, cluster: Cluster): string {
	if (spec === undefined || about === '') return '';
	const variable = variableOf(spec, about);
	if (variable?.from !== undefined) return `it comes from ${variable.from.kind} ${variable.from.name}`;
	if (variable !== undefined) return variable.value === '' ? 'it is empty in the template' : 'the template sets it';
	const names = spec.env.map(({name}) => name);
	for (const {kind, name} of spec.envFrom) {
		const keys = kind === 'configmap' ? cluster.named('configmap', namespace, name)?.keys : undefined;
		if (keys?.some(key => key.toLowerCase() === about.toLowerCase()) === true) return `ConfigMap ${name} has it`;
		names.push(...(keys ?? []));
	}
	// A Secret keeps its keys to itself.
	const unread = spec.envFrom.filter(
		({kind, name}) => kind === 'secret' || !cluster.named('configmap', namespace, name),
	);
	if (unread.length > 0)
		return `not in the template, perhaps in ${unread.map(({kind, name}) => `${kind} ${name}`).join(', ')}`;
	const near = nearest(about, names);
	return near === undefined ? 'the template does not set it' : `the template does not set it; the nearest is ${near}`;
}

/** Whether the revision before had it. */
function whereItWas({isRolling, service}: PodsSubject, container: string, about: string): string {
	const previous = service?.previous;
	const spec = previous?.template.containers.find(({name}) => name === container);
	if (!isRolling || spec === undefined || about === '' || variableOf(spec, about) === undefined) return '';
	return `${previous?.label ?? 'the revision before'} sets it`;
}

/** Settings classes ignore case, and may put a prefix before the name. */
function variableOf({env}: ContainerSpec, about: string): ContainerSpec['env'][number] | undefined {
	const wanted = about.toLowerCase();
	return env.find(({name}) => name.toLowerCase() === wanted);
}
