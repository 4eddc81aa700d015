import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {isBeingCreated, runningPull} from '../../creation/being-created.ts';
import {heardOf} from '../../evidence.ts';
import {shortImage} from '../../images/image-name.ts';
import {counted, listed} from '../../phrases.ts';
import type {EventRow} from '../../../model/event.ts';

/** Most images of services are there in half a minute. */
const SLOW_MS = 60_000;

export default defineRule({
	id: 'image-pull-slow',
	title: 'an image whose pull takes long',
	why: 'It is large, or the way to the registry is slow; nothing is wrong, but a rollout takes as long.',
	remedy: 'Wait; make the image smaller, or keep it on the nodes.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const slow = new Map<string, {pod: PodRow; event: EventRow}[]>();
		for (const pod of subject.pods) {
			const event = isBeingCreated(pod) ? runningPull(pod, cluster) : undefined;
			if (event === undefined) continue;
			if (cluster.now - event.lastAt < SLOW_MS) {
				subject.lookAgainAt(event.lastAt + SLOW_MS);
				continue;
			}
			const image = /^Pulling image "(?<image>[^"]{1,1000})"/.exec(event.message)?.groups?.['image'] ?? '';
			const pulls = slow.get(image) ?? [];
			pulls.push({pod, event});
			slow.set(image, pulls);
		}
		for (const [image, pulls] of slow) {
			const nodes = [...new Set(pulls.map(({pod}) => pod.node))].toSorted();
			yield {
				key: image,
				verdict: 'info',
				confidence: 'certain',
				title: `${subject.who} are still pulling ${shortImage(image)}`,
				because: `for more than a minute on ${counted(nodes.length, 'node')}: ${listed(nodes)}`,
				pods: pulls.map(({pod}) => pod),
				evidence: pulls.slice(0, 2).map(({pod, event}) => heardOf(event, pod)),
				since: Math.min(...pulls.map(({event}) => event.lastAt)),
				next: ['wait: large images take minutes on a slow line'],
			};
		}
	},
});
