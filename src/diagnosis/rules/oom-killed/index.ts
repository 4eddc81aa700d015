import {formatAge} from '../../../lib/age.ts';
import {formatMemory} from '../../../model/quantity.ts';
import {defineRule} from '../../contract.ts';
import {memoryFindings, memoryOpening} from '../../memory/memory-findings.ts';

export default defineRule({
	id: 'oom-killed',
	title: 'containers that the kernel kills at their memory limit',
	why: 'They need more memory than their limit allows, and will be killed again under the same load.',
	remedy: 'Raise the limit, or look for what grows before the kill.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'usage', 'workload', 'revision', 'job', 'node'],
	place: 'failure',
	find: (subject, cluster) =>
		memoryFindings(subject, cluster, 'limit', kills => {
			const [first] = kills;
			const limit = formatMemory(first.limit ?? 0);
			return {
				title: `${memoryOpening(subject, first)}: killed at their limit of ${limit}`,
				because: [
					first.isAtStart
						? `it needs more than ${limit} to start`
						: `it had run for ${formatAge(first.livedMs)} before it was killed`,
				],
				next: [
					'raise the memory limit',
					first.isAtStart ? 'see what it loads at its start' : 'look for what grows before the kill',
				],
			};
		}),
});
