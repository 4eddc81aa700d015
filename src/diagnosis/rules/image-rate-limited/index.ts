import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, shortImage} from '../../images/image-name.ts';

/** One refusal among many pulls is over at the next try. */
const GRACE_MS = 15_000;

export default defineRule({
	id: 'image-rate-limited',
	title: 'a registry that hands out no more images for a while',
	why: 'It counts pulls by address or account; pods that start now wait, those that run are not hit.',
	remedy: 'Wait, log in to the registry with a pull secret, or pull through a mirror.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['rate-limit'])) {
			const {image, message, since, pods} = pull;
			const {host} = imageNameOf(image);
			const isAnonymous =
				/unauthenticated|anonymous/i.test(message) || pods.every(({spec}) => spec.pullSecrets.length === 0);
			yield {
				...commonOf(pull),
				verdict: afterGrace(subject, cluster, since, GRACE_MS, 'struggling'),
				confidence: 'certain',
				title: `${subject.who} wait for ${shortImage(image)}: ${host} limits how often it is pulled`,
				because: `too many pulls${isAnonymous ? ' without an account' : ''}; Kubernetes tries again at least every 5 minutes, and it recovers when the limit allows`,
				next: [
					'wait for the limit to pass',
					isAnonymous
						? `give the pods a pull secret for ${host}: accounts may pull more`
						: 'raise the limit of the account',
					'pull through a mirror or a cache',
				],
			};
		}
	},
});
