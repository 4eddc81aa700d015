import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, shortImage} from '../../images/image-name.ts';
import {pullSecretsOf} from '../../images/pull-secrets.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-unauthorized',
	title: 'an image for which the pods have no, or no valid, credentials',
	why: 'The registry refuses to hand out the image, and asking again does not change that.',
	remedy: 'Create or renew the pull secret, in the namespace of the pods.',
	about: 'pods',
	reads: ['pod', 'event', 'secret'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['unauthorized'])) {
			const {image, pods} = pull;
			const {host} = imageNameOf(image);
			const {named, missing, words, next} = pullSecretsOf(pods, host, cluster);
			const cause =
				missing.length > 0
					? `pull secret ${listed(missing, 2)} does not exist`
					: named.length === 0
						? 'they have no credentials'
						: 'their credentials are refused';
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} cannot pull ${shortImage(image)}: ${cause}`,
				because: `${host} refuses them; ${words}`,
				next: [next, ...rollBackFirst(subject)],
			};
		}
	},
});
