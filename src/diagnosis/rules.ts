// Generated from the folders of src/diagnosis/rules by `npm run accept`: do not edit.
import type {Rule} from './contract.ts';
import imageNotFound from './rules/image-not-found/index.ts';
import nodesNotAvailable from './rules/nodes-not-available/index.ts';
import unschedulableResources from './rules/unschedulable-resources/index.ts';
import unschedulableSelector from './rules/unschedulable-selector/index.ts';
import unschedulableTaint from './rules/unschedulable-taint/index.ts';

export const rules: readonly Rule[] = [
	imageNotFound,
	nodesNotAvailable,
	unschedulableResources,
	unschedulableSelector,
	unschedulableTaint,
];
