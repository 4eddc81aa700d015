import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {objectName} from '../../object-name.ts';

export default defineRule({
	id: 'managed-elsewhere',
	title: 'a workload in motion that is applied from elsewhere: Argo CD, Flux, Helm',
	why: 'A change that is made here, like a rollback, is undone or overwritten by what applies it.',
	remedy: 'Make the change where it is applied from.',
	about: 'workload',
	reads: ['workload', 'pod', 'revision'],
	place: 'effect',
	*find({object: workload, service, pods, isRolling}) {
		const {manager} = workload;
		if (manager === '' || workload.wanted === 0 || workload.deletedAt !== undefined) return;
		if (!isRolling && service.rollout.phase !== 'stuck' && pods.every(({ready}) => ready)) return;
		const isHelm = manager.startsWith('Helm ');
		yield {
			verdict: 'info',
			confidence: 'likely',
			title: `${objectName(workload)} is applied by ${manager}: ${isHelm ? 'its next upgrade overwrites' : 'it may undo'} what is changed here`,
			affects: [workload],
			evidence: [seenOn(workload, `labels and annotations of ${manager}`)],
			next: [
				isHelm
					? `roll back with it: helm rollback ${manager.split(' ').at(-1) ?? ''} -n ${workload.namespace}`
					: `roll back where ${manager} takes it from, or pause its synchronisation first`,
			],
		};
	},
});
