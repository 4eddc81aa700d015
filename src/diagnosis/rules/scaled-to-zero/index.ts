import {defineRule} from '../../contract.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {kubectlName, objectName} from '../../object-name.ts';

export default defineRule({
	id: 'scaled-to-zero',
	title: 'a workload that is scaled to 0, and who misses it',
	why: 'Nothing of it runs; what needs it fails though nothing of it is broken.',
	remedy: 'Scale it up again, unless it is meant to rest.',
	about: 'workload',
	reads: ['workload', 'event'],
	place: 'cause',
	*find({object: workload, service, events}) {
		if (workload.wanted > 0 || workload.kind === 'daemonset' || workload.deletedAt !== undefined) return;
		const scaled = events.findLast(({message}) => SCALED.test(message));
		const [name] = service.services;
		yield {
			verdict: 'info',
			canBeMissed: true,
			confidence: 'certain',
			title: `${objectName(workload)} is scaled to 0`,
			because: name === undefined ? '' : `nobody answers at Service ${name}`,
			affects: [workload],
			evidence: [
				seenOn(workload, 'spec.replicas is 0'),
				...(scaled === undefined ? [] : [heardOf(scaled, workload)]),
			],
			since: scaled?.lastAt,
			next: [`kubectl scale ${kubectlName(workload)} --replicas=1, unless it is meant to rest`],
		};
	},
});

/** `Scaled down replica set api-7d9 to 0 from 3`, and the older `… from 3 to 0`. */
const SCALED = /^Scaled down replica set \S{1,253} (?:from \d{1,9} )?to 0(?: from \d{1,9})?$/;
