import {defineRule} from '../../contract.ts';
import {WORDS} from '../../creation/config-fault.ts';
import {configFindings} from '../../creation/config-findings.ts';

export default defineRule({
	id: 'config-key-missing',
	title: 'a ConfigMap or Secret without the key that a variable is read from',
	why: 'The kubelet cannot make the environment of the container, and waits until somebody adds the key.',
	remedy: 'Add the key, correct its name in the template, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'configmap', 'secret', 'workload'],
	place: 'cause',
	find: (subject, cluster) =>
		configFindings(subject, cluster, ({kind, name, key}) =>
			key === ''
				? undefined
				: {
						words: `key ${key}, which ${WORDS[kind]} ${name} does not have`,
						next: [`or read another key of ${name}`],
					},
		),
});
