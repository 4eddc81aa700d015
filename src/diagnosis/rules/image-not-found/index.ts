import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {meantImage, nodesWith, runningTags, shortImage} from '../../images/image-name.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';

export default defineRule({
	id: 'image-not-found',
	title: 'an image whose tag or repository does not exist',
	why: 'The registry does not know it: it was never pushed, or its name is mistyped, so its pods can never start.',
	remedy: 'Push the image, correct its name, or roll back.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['not-found'])) {
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} wait for an image that does not exist: ${shortImage(pull.image)}`,
				because: ['the registry says not found', ...hints(pull.image, subject, cluster)].join('; '),
				next: [...rollBackFirst(subject), `push ${pull.image}, or correct its name`],
			};
		}
	},
});

/** What tells whether it was mistyped, never pushed, or removed. */
function hints(image: string, {isRolling, service}: PodsSubject, cluster: Cluster): readonly string[] {
	const nodes = nodesWith(image, cluster);
	if (nodes.length > 0) return [`it still runs on ${listed(nodes)}: it was removed from the registry`];
	const meant = meantImage(image, cluster);
	const near = meant === undefined ? [] : [`perhaps ${shortImage(meant)} is meant`];
	const before = service?.previous;
	if (isRolling && before !== undefined)
		return [`${before.label} runs ${listed(before.images.map(shortImage))}`, ...near];
	if (near.length > 0) return near;
	const tags = runningTags(image, cluster);
	return tags.length > 0
		? [`the repository is right, ${listed(tags, 3)} of it runs here: the tag was never pushed, or is mistyped`]
		: ['it was never pushed, or its name is mistyped'];
}
