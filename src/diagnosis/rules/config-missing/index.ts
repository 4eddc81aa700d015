import {defineRule} from '../../contract.ts';
import {configFaultOf, nameOfFault} from '../../creation/config-fault.ts';
import {configStanding} from '../../creation/config-standing.ts';
import {stuckContainers} from '../../creation/stuck-containers.ts';
import {rollBackFirst} from '../../roll-back.ts';

const REASONS: ReadonlySet<string> = new Set(['CreateContainerConfigError']);

export default defineRule({
	id: 'config-missing',
	title: 'a ConfigMap or Secret that variables are read from and that does not exist',
	why: 'The kubelet cannot make the environment of the container, and waits until somebody creates it.',
	remedy: 'Create it in the namespace of the pods, correct its name, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'configmap', 'secret', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const stuck = stuckContainers(subject, cluster, REASONS, message => {
			const fault = configFaultOf(message);
			return fault?.key === '' ? {key: nameOfFault(fault), fault} : undefined;
		});
		for (const {fault, pods, evidence, since} of stuck) {
			const {verdict, because, next} = configStanding(fault, subject, since, cluster);
			yield {
				key: nameOfFault(fault),
				verdict,
				confidence: 'certain',
				title: `${subject.who} wait for ${nameOfFault(fault)}, which does not exist`,
				because,
				pods,
				evidence,
				since,
				next: [...rollBackFirst(subject), next],
			};
		}
	},
});
