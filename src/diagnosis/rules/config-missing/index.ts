import {defineRule} from '../../contract.ts';
import {nameOfFault} from '../../creation/config-fault.ts';
import {configFindings} from '../../creation/config-findings.ts';

export default defineRule({
	id: 'config-missing',
	title: 'a ConfigMap or Secret that variables are read from and that does not exist',
	why: 'The kubelet cannot make the environment of the container, and waits until somebody creates it.',
	remedy: 'Create it in the namespace of the pods, correct its name, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'configmap', 'secret', 'workload'],
	place: 'cause',
	find: (subject, cluster) =>
		configFindings(subject, cluster, fault =>
			fault.key === '' ? {words: `${nameOfFault(fault)}, which does not exist`, next: []} : undefined,
		),
});
