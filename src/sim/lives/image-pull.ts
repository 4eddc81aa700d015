import type {Life} from '../contract.ts';

/** The image is not there: ErrImagePull and ImagePullBackOff take turns. `cause` is what the runtime says. */
export function imagePull(cause = NOT_FOUND): Life {
	return {
		id: 'image-pull',
		stages: [
			{when: 'scheduled', after: [100, 400], becomes: 'creating'},
			{when: 'creating', after: [800, 1800], becomes: 'pull-failed', message: cause},
			{when: 'pull-failed', after: [1500, 3000], becomes: 'pull-waiting'},
			{when: 'pull-waiting', after: 'back-off', becomes: 'pull-failed', message: cause},
		],
	};
}

/** containerd's words. */
const NOT_FOUND =
	'rpc error: code = NotFound desc = failed to pull and unpack image "{image}": failed to resolve reference "{image}": ' +
	'{image}: not found';
