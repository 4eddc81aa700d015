import {defineRule} from '../../contract.ts';
import {type UnreadyGroup, unreadyFindings, type UnreadySaying} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'probe-cannot-run',
	title: 'a startup or readiness probe that cannot be carried out: its command or its port does not exist',
	why: 'The kubelet throws its result away, so the pods never get ready, whatever the program does.',
	remedy: 'Correct the command or the name of the port, or put them into the image and the container.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => unreadyFindings(subject, cluster, ['no-command', 'no-port'], say),
});

function say({lead: {failure, probe, spec}}: UnreadyGroup): UnreadySaying {
	if (failure.fault === 'no-command')
		return {isHopeless: true, next: ['put the command into the image, or ask by httpGet or tcpSocket']};
	const names = spec.ports.map(({name, port}) => (name === '' ? String(port) : `${name} (${port})`));
	return {
		isHopeless: true,
		because: [names.length === 0 ? 'the container names no ports' : `the container names ${names.join(', ')}`],
		next: [`name a port of the container ${probe.port}, or give the probe a number`],
	};
}
