import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {outlookOf} from '../../crash-words.ts';

export default defineRule({
	id: 'address-in-use',
	title: 'a program whose port is taken, or is not for it to take',
	why: 'It cannot listen, so it ends: another container of the pod listens there, or it may not take a port below 1024.',
	remedy: 'Give each container of a pod its own port, above 1024 where it does not run as root.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['address-in-use', 'port-forbidden'], ({crashes, cause, about}) => {
			const [{pod, container}] = crashes;
			const port = about === '' ? 'its port' : `port ${about}`;
			const isForbidden = cause === 'port-forbidden';
			return {
				words: isForbidden ? `it may not listen on ${port}` : `${port} is already in use`,
				because: isForbidden ? [] : othersOn(pod, container.name, Number(about)),
				next: isForbidden
					? ['let it listen on a port above 1024, or give it the capability NET_BIND_SERVICE']
					: [`let it listen on another port than ${about || 'the one that is taken'}, or end what is there`],
				verdict: outlookOf(crashes),
			};
		}),
});

/** Containers of a pod share its address. */
function othersOn({spec}: PodRow, container: string, port: number): readonly string[] {
	const others = spec.containers.filter(
		({name, ports}) => name !== container && ports.some(one => one.port === port),
	);
	return others.map(({name}) => `container ${name} of the same pod has port ${port}`);
}
