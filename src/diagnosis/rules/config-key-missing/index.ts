import {defineRule} from '../../contract.ts';
import {configFaultOf, nameOfFault, WORDS} from '../../creation/config-fault.ts';
import {configStanding} from '../../creation/config-standing.ts';
import {stuckContainers} from '../../creation/stuck-containers.ts';
import {rollBackFirst} from '../../roll-back.ts';

const REASONS: ReadonlySet<string> = new Set(['CreateContainerConfigError']);

export default defineRule({
	id: 'config-key-missing',
	title: 'a ConfigMap or Secret without the key that a variable is read from',
	why: 'The kubelet cannot make the environment of the container, and waits until somebody adds the key.',
	remedy: 'Add the key, correct its name in the template, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'configmap', 'secret', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const stuck = stuckContainers(subject, cluster, REASONS, message => {
			const fault = configFaultOf(message);
			return fault === undefined || fault.key === '' ? undefined : {key: nameOfFault(fault), fault};
		});
		for (const {fault, pods, evidence, since} of stuck) {
			const {verdict, because, next} = configStanding(fault, subject, since, cluster);
			yield {
				key: nameOfFault(fault),
				verdict,
				confidence: 'certain',
				title: `${subject.who} wait for key ${fault.key}, which ${WORDS[fault.kind]} ${fault.name} does not have`,
				because,
				pods,
				evidence,
				since,
				next: [...rollBackFirst(subject), next, `or read another key of ${fault.name}`],
			};
		}
	},
});
