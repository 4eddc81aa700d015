import {formatMemory} from '../../../model/quantity.ts';
import {defineRule} from '../../contract.ts';
import {memoryFindings, memoryOpening} from '../../memory/memory-findings.ts';

export default defineRule({
	id: 'oom-node',
	title: 'containers that the kernel kills because their node has no memory left',
	why: 'They have no limit, or were below it: others on the node, or all together, took what there was.',
	remedy: 'Set requests and limits that fit what is used, and see who takes the memory of the node.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'usage', 'workload', 'revision', 'job', 'node'],
	place: 'failure',
	find: (subject, cluster) =>
		memoryFindings(subject, cluster, 'node', kills => {
			const [first] = kills;
			const told = kills.find(({node}) => node !== undefined) ?? first;
			const {limit, node, pod} = told;
			const request = told.container.requests.memory;
			const where = `node ${pod.node} had none left`;
			return {
				title: `${memoryOpening(subject, told)}: ${node === undefined ? `nothing limits them, and ${where}` : where}`,
				because: [
					limit === undefined
						? 'the container has no memory limit'
						: `its limit of ${formatMemory(limit)} is not what ended it`,
					request === undefined ? 'it requests no memory, so it is among the first to go' : '',
				],
				next: [`see what uses the memory of node ${pod.node}`, 'set a memory request and limit'],
			};
		}),
});
