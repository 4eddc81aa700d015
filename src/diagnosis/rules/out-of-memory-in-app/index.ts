import {formatMemory} from '../../../model/quantity.ts';
import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {outlookOf} from '../../crash-words.ts';

export default defineRule({
	id: 'out-of-memory-in-app',
	title: 'a program that runs out of the memory that it allows itself',
	why: 'Its runtime refused memory (the heap of Node or Java, MemoryError) before the kernel had to end it.',
	remedy: 'Raise the limit of its heap together with that of the container, or find what grows.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['memory'], ({crashes}) => {
			const [{container, words}] = crashes;
			const {memory} = container.limits;
			const line = words?.line ?? '';
			return {
				words: 'the program itself ran out of memory',
				because: [
					memory === undefined
						? 'the container has no limit'
						: `the limit of the container is ${formatMemory(memory)}`,
				],
				next: [howToRaise(line), 'look for what grows before it ends'],
				verdict: outlookOf(crashes),
			};
		}),
});

function howToRaise(line: string): string {
	if (line.includes('JavaScript heap')) return 'raise --max-old-space-size (NODE_OPTIONS), and the limit with it';
	if (line.includes('java.lang.OutOfMemoryError')) return 'raise -XX:MaxRAMPercentage or -Xmx, and the limit with it';
	return 'raise the memory limit';
}
