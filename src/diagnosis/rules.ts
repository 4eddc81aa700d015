// Generated from the folders of src/diagnosis/rules by `npm run accept`: do not edit.
import type {Rule} from './contract.ts';
import imageNotFound from './rules/image-not-found/index.ts';

export const rules: readonly Rule[] = [imageNotFound];
