import {defineRule} from '../../contract.ts';
import {probePort} from '../../probe-budget.ts';
import {type UnreadyGroup, unreadyFindings, type UnreadySaying} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-refused',
	title: 'a readiness probe that asks a port on which nothing listens',
	why: 'The pods run and get no traffic: the port is wrong, the program listens on loopback only, or it does not listen at all.',
	remedy: 'Let the probe and the program agree on one port, on all addresses of the pod.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => unreadyFindings(subject, cluster, ['refused'], say),
});

function say({lead}: UnreadyGroup): UnreadySaying {
	const {probe, spec, misplaced, words, container} = lead;
	if (misplaced?.kind === 'elsewhere') {
		const {port, asked} = misplaced;
		return {isHopeless: true, next: [`let the probe ask port ${port}, or the program listen on ${asked}`]};
	}
	if (misplaced?.kind === 'loopback')
		return {isHopeless: true, next: ['let the program listen on 0.0.0.0, not on loopback only']};
	const port = probePort(probe, spec.ports);
	const declared = spec.ports.map(one => one.port);
	const isDeclared = port === undefined || declared.length === 0 || declared.includes(port);
	return {
		because: [
			isDeclared ? '' : `the container names ${declared.length === 1 ? 'port' : 'ports'} ${declared.join(', ')}`,
			words === undefined ? 'its log was not read' : '',
		],
		next: [`see in the log of ${container.name} where it listens, and what it waits for`],
	};
}
