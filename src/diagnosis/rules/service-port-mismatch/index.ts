import type {ServiceObjectRow, ServicePort} from '../../../model/network.ts';
import type {Confidence} from '../../../model/finding.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';
import {isGoing} from '../../service-pods.ts';
import {type Listening, listeningBehind} from './listening.ts';

export default defineRule({
	id: 'service-port-mismatch',
	title: 'a Service that sends to a port which its pods do not have',
	why: 'Pods and endpoints are ready, and every request is refused all the same.',
	remedy: 'Set targetPort to the port on which the program listens, best by its name.',
	about: 'service',
	reads: ['service', 'workload', 'pod', 'log'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: service} = subject;
		if (service.selector === undefined || service.type === 'ExternalName') return;
		// Without an address of its own its clients go to the pods directly, at whatever port.
		if (service.clusterIp === 'None') return;
		const behind = cluster.behind(service);
		if (behind.length > 0 && (isServed(service, behind) || isUnknowable(service, behind))) return;
		const listening = listeningBehind(service, cluster);
		if (listening === undefined || isGoing(service, cluster)) return;
		const wrong = service.ports.filter(port => isWrong(port, listening));
		const isNothingRight = wrong.length === service.ports.length;
		for (const port of wrong) {
			const isNamed = !isNumber(port.targetPort);
			// Containers may listen where they do not declare it. Where another port of the Service fits, this one may be such.
			if (!isNamed && !isNothingRight && listening.logged.length === 0) continue;
			const better = betterPort(port, listening);
			yield {
				key: `${port.port}/${port.protocol}`,
				verdict: isNamed && isNothingRight ? 'doomed' : 'struggling',
				confidence: isNamed ? 'certain' : confidenceIn(listening),
				title: isNamed
					? `Service ${service.name} sends to a port named ${port.targetPort}, which no container of its pods has`
					: `Service ${service.name} sends to port ${port.targetPort}, and its pods have ${portsText(listening)}`,
				because: becauseOf(port, listening),
				affects: listening.workloads,
				evidence: [
					seenOn(
						service,
						`port ${port.port}${port.name === '' ? '' : ` (${port.name})`} has targetPort ${port.targetPort}`,
					),
					...listening.evidence,
				],
				next: [
					better === undefined
						? `set targetPort of Service ${service.name} to the port on which the program listens`
						: `set targetPort of Service ${service.name} to ${better}`,
				],
			};
		}
	},
});

/** The usual case, told without making anything: each target is declared in the template of whatever is behind. */
function isServed({ports}: ServiceObjectRow, behind: readonly ServiceRow[]): boolean {
	return ports.every(({targetPort}) =>
		behind.every(({workload: {template}}) =>
			template.containers.some(container =>
				container.ports.some(({name, port}) => name === targetPort || String(port) === targetPort),
			),
		),
	);
}

/** The other usual case: numbers, a container that declares nothing, and no pod whose log was read. */
function isUnknowable({ports}: ServiceObjectRow, behind: readonly ServiceRow[]): boolean {
	return (
		ports.every(({targetPort}) => isNumber(targetPort)) &&
		behind.every(
			({workload: {template}, pods}) =>
				template.containers.some(({role, ports: declared}) => role !== 'init' && declared.length === 0) &&
				pods.every(({ready, restarts}) => ready && restarts === 0),
		)
	);
}

/** Only a name is resolved by the cluster; a number proves something when the containers say, or are seen to have, another. */
function isWrong({targetPort, protocol}: ServicePort, {declared, logged, probed, isSilent}: Listening): boolean {
	if (!isNumber(targetPort)) return !declared.some(port => port.name === targetPort && port.protocol === protocol);
	if (protocol !== 'TCP') return false;
	const number = Number(targetPort);
	if (declared.some(({port}) => port === number) || probed.includes(number) || logged.includes(number)) return false;
	if (isSilent) return false;
	return logged.length > 0 || declared.some(port => port.protocol === 'TCP' && !ASIDE.test(port.name));
}

/** Who declares only such a port has not declared the one that matters. */
const ASIDE = /metric|prom|monitor|admin|debug|health|probe/i;

function confidenceIn({logged, probed}: Listening): Confidence {
	return logged.length > 0 || probed.length > 0 ? 'likely' : 'possible';
}

function becauseOf({targetPort}: ServicePort, {declared, probed, logged}: Listening): string {
	if (!isNumber(targetPort)) {
		const names = [...new Set(declared.map(({name}) => name).filter(name => name !== ''))];
		return names.length === 0 ? 'their ports have no names' : `the names of their ports: ${listed(names)}`;
	}
	if (logged.length > 0) return `the program says that it listens on ${listed(logged.map(String))}`;
	return probed.length > 0
		? `the probes that make them ready ask port ${listed(probed.map(String))}`
		: 'no container declares it';
}

/** The one port that there is, or the one that is called as the Service's is: by its name where it has one. */
function betterPort({name}: ServicePort, {declared, logged, probed}: Listening): string | undefined {
	const tcp = declared.filter(({protocol}) => protocol === 'TCP');
	const one = tcp.find(port => port.name !== '' && port.name === name) ?? (tcp.length === 1 ? tcp[0] : undefined);
	if (one !== undefined) return one.name === '' ? String(one.port) : `${one.name} (${one.port})`;
	const [first, ...others] = logged.length > 0 ? logged : probed;
	return first === undefined || others.length > 0 ? undefined : String(first);
}

function portsText({declared, logged}: Listening): string {
	const ports =
		declared.length > 0
			? declared.map(({name, port}) => (name === '' ? `${port}` : `${name} ${port}`))
			: logged.map(String);
	return listed([...new Set(ports)]);
}

function isNumber(port: string): boolean {
	return /^\d{1,5}$/.test(port);
}
