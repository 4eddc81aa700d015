import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, meantImage, shortImage} from '../../images/image-name.ts';
import {pullSecretsOf} from '../../images/pull-secrets.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-denied',
	title: 'an image that the registry denies: its name is wrong, or it is private',
	why: 'Registries do not tell strangers which of the two it is; its pods cannot start until somebody corrects it.',
	remedy: 'Compare the name with one that works; when it is right, give the pods a pull secret for the registry.',
	about: 'pods',
	reads: ['pod', 'event', 'secret'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['denied'])) {
			const {image, pods} = pull;
			const {host, path} = imageNameOf(image);
			const {missing, words, next} = pullSecretsOf(pods, host, cluster);
			const before = subject.service?.previous;
			const isKnown = before?.images.some(known => {
				const name = imageNameOf(known);
				return name.host === host && name.path === path;
			});
			const meant = isKnown ? undefined : meantImage(image, cluster);
			const nameNext =
				meant === undefined ? `check the name of ${image}` : `correct the name: perhaps ${meant} is meant`;
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: missing.length > 0 ? 'likely' : 'possible',
				title: `${subject.who} may not pull ${shortImage(image)}: it does not exist, or it is private`,
				because: isKnown
					? `${before?.label ?? ''} is of the same repository, so its name is right; ${words}`
					: words,
				next: [
					...rollBackFirst(subject),
					...(missing.length > 0 || isKnown ? [next, nameNext] : [nameNext, next]),
				],
			};
		}
	},
});
