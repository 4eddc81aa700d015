import type {WorkloadRow} from '../../../model/workload.ts';
import {defineDescription} from '../../contract.ts';
import {type WiredWorkload, workloadSections} from '../../workload.ts';

export default defineDescription<WorkloadRow, WiredWorkload>({
	id: 'statefulset',
	sections: workloadSections,
});
