import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';

/** Clouds take a minute or two to make a load balancer. */
const LATE_MS = 5 * 60_000;

export default defineRule({
	id: 'ingress-no-address',
	title: 'an Ingress that no controller has given an address',
	why: 'Perhaps nobody serves it: its class has no controller, or that does not run. Some controllers never say an address.',
	remedy: 'See whether a controller for its class runs.',
	about: 'ingress',
	reads: ['ingress'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: ingress} = subject;
		if (ingress.addresses.length > 0 || ingress.deletedAt !== undefined) return;
		if (!isDue(subject, cluster, ingress.createdAt, LATE_MS)) return;
		const kind = ingress.className === '' ? 'without a class' : `of class ${ingress.className}`;
		yield {
			verdict: 'info',
			confidence: 'possible',
			title: `Ingress ${ingress.name} ${kind} has no address`,
			because: othersOf(ingress.className, cluster.all('ingress')),
			evidence: [seenOn(ingress, 'status.loadBalancer is empty')],
			since: ingress.createdAt,
			next: ['see whether its class exists and its controller runs: kubectl get ingressclass'],
		};
	},
});

/** Where others of the class have one, this one is the exception. */
function othersOf(
	className: string,
	all: Iterable<{readonly className: string; readonly addresses: readonly string[]}>,
): string {
	for (const other of all)
		if (other.className === className && other.addresses.length > 0) return 'others of its class have one';
	return 'none of its class has one';
}
