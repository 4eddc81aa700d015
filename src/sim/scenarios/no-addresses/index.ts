import {release, released, shopStory} from '../../shop/story.ts';
import {noSandbox} from '../../lives/no-sandbox.ts';

/** The words of the AWS plugin. */
const CAUSE =
	'failed to setup network for sandbox "5b1f": plugin type="aws-cni" name="aws-cni" failed (add): add cmd: failed to assign an IP address to container';

export default shopStory({
	id: 'no-addresses',
	title: 'A subnet that is full',
	story: 'The network has no address left for new pods: they are placed, and never get as far as their image.',
	behaviours: [released({life: noSandbox(CAUSE)})],
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'struggling', says: /address/i, withinMs: 120000},
});
