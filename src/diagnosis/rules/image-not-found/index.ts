import {defineRule} from '../../contract.ts';
import {failedPulls} from '../../image-pull.ts';

export default defineRule({
	id: 'image-not-found',
	title: 'an image whose tag or repository does not exist',
	why: 'The registry does not know it: it was never pushed, or its name is mistyped, so its pods can never start.',
	remedy: 'Push the image, correct its name, or roll back.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const {image, pods, evidence, since} of failedPulls(subject, cluster, ['not-found'])) {
			const before = subject.service?.previous?.images.join(', ');
			yield {
				key: image,
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} wait for an image that does not exist: ${image}`,
				because:
					subject.isRolling && before !== undefined
						? `the registry says not found; ${subject.service?.previous?.label ?? ''} runs ${before}`
						: 'the registry says not found: never pushed, or mistyped',
				pods,
				evidence,
				since,
				next: [
					...(subject.rollBack === undefined ? [] : [subject.rollBack]),
					`push ${image}, or correct its name`,
				],
			};
		}
	},
});
