import {formatMemory} from '../../../model/quantity.ts';
import {defineRule} from '../../contract.ts';
import {memoryFindings, memoryOpening} from '../../memory/memory-findings.ts';

export default defineRule({
	id: 'oom-child',
	title: 'containers of which a child process was killed at the memory limit',
	why: 'The first process lives on or ends with a code of its own, so the code hides that memory was the reason.',
	remedy: 'Raise the limit, or start fewer workers in one container.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'usage', 'workload', 'revision', 'job', 'node'],
	place: 'failure',
	find: (subject, cluster) =>
		memoryFindings(subject, cluster, 'child', kills => {
			const [first] = kills;
			return {
				title: `${memoryOpening(subject, first)}: a child process was killed at the limit of ${formatMemory(first.limit ?? 0)}`,
				because: [`the first process ended with exit ${first.exit.code}, and the runtime says OOMKilled`],
				next: ['raise the memory limit', 'start fewer workers in one container'],
			};
		}),
});
