import type {EventRow} from '../../../model/event.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isBeingCreated, takenAt} from '../../creation/being-created.ts';
import {type ConfigFault, nameOfFault, volumeFaultsOf, WORDS} from '../../creation/config-fault.ts';
import {configStanding} from '../../creation/config-standing.ts';
import {heardOf} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';

export default defineRule({
	id: 'volume-config-missing',
	title: 'a ConfigMap or Secret that is to be mounted and does not exist, or has not the key',
	why: 'The kubelet cannot make the volume, and the containers are not created before it is there.',
	remedy: 'Create it, add the key, correct its name in the template, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'configmap', 'secret', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		for (const {fault, heard} of mountsOf(subject, cluster)) {
			const since = Math.min(...heard.map(({pod, event}) => Math.max(event.firstAt, takenAt(pod))));
			const {verdict, because, next} = configStanding(fault, subject, since, cluster);
			const object = `${WORDS[fault.kind]} ${fault.name}`;
			yield {
				key: nameOfFault(fault),
				verdict,
				confidence: 'certain',
				title:
					fault.key === ''
						? `${subject.who} wait for ${object} to mount, which does not exist`
						: `${subject.who} wait for key ${fault.key} to mount, which ${object} does not have`,
				because,
				pods: [...new Set(heard.map(({pod}) => pod))],
				evidence: heard.slice(0, 2).map(({pod, event}) => heardOf(event, pod, quoted(event.message))),
				since,
				next: [...rollBackFirst(subject), next],
			};
		}
	},
});

interface Missed {
	readonly fault: ConfigFault;
	readonly heard: {readonly pod: PodRow; readonly event: EventRow}[];
}

/** What the kubelets could not mount, by fault. */
function mountsOf(subject: PodsSubject, cluster: Cluster): Iterable<Missed> {
	const missed = new Map<string, Missed>();
	for (const pod of subject.pods) {
		if (!isBeingCreated(pod)) continue;
		for (const event of cluster.eventsOf(pod)) {
			if (event.reason !== 'FailedMount') continue;
			for (const fault of volumeFaultsOf(event.message, pod.spec)) {
				const key = nameOfFault(fault);
				const one = missed.get(key) ?? {fault, heard: []};
				one.heard.push({pod, event});
				missed.set(key, one);
			}
		}
	}
	return missed.values();
}
