import {nearest} from '../../../lib/nearest.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';

/** A certificate is issued in two to five minutes (ACME); a Secret that somebody makes comes about with its Ingress. */
const ISSUING_MS = 10 * 60_000;
const EARLY_MS = 20_000;

export default defineRule({
	id: 'ingress-secret-missing',
	title: 'an Ingress whose TLS Secret does not exist',
	why: 'The controller answers with a certificate of its own, which no browser accepts.',
	remedy: 'Make the Secret, correct its name, or see why it was not issued.',
	about: 'ingress',
	reads: ['ingress', 'secret'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: ingress} = subject;
		if (ingress.tls.length === 0 || ingress.deletedAt !== undefined || !cluster.knows('secret')) return;
		const missing = ingress.tls.filter(
			({secret}) => secret !== '' && cluster.named('secret', ingress.namespace, secret) === undefined,
		);
		if (missing.length === 0) return;
		if (!isDue(subject, cluster, ingress.createdAt, ingress.isIssued ? ISSUING_MS : EARLY_MS)) return;
		const names = [...cluster.inNamespace('secret', ingress.namespace)].map(({name}) => name);
		for (const [secret, entries] of Map.groupBy(missing, entry => entry.secret)) {
			const hosts = entries.flatMap(entry => entry.hosts);
			const near = nearest(secret, names);
			yield {
				key: secret,
				verdict: 'struggling',
				confidence: 'certain',
				title: `Ingress ${ingress.name} has no certificate${hosts.length === 0 ? '' : ` for ${listed(hosts, 2)}`}: Secret ${secret} does not exist`,
				because:
					near === undefined
						? `there is no such Secret in ${ingress.namespace}`
						: `there is a Secret ${near}`,
				evidence: [seenOn(ingress, `spec.tls names the Secret ${secret}`)],
				next: [
					...(near === undefined ? [] : [`correct it to ${near}, if that is the one`]),
					ingress.isIssued
						? `see why it was not issued: kubectl get certificates,challenges -n ${ingress.namespace}`
						: `make it: kubectl create secret tls ${secret} -n ${ingress.namespace} --cert=FILE --key=FILE`,
				],
			};
		}
	},
});
