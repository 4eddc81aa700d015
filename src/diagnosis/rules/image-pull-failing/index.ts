import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, type FailedPull, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, shortImage} from '../../images/image-name.ts';
import {oneLine} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';

/** Whatever it is, it may be over at the next try. */
const GRACE_MS = 20_000;

/** A node on which many pods start takes some minutes until it is the turn of the last. */
const THROTTLED_MS = 3 * 60_000;

export default defineRule({
	id: 'image-pull-failing',
	title: 'an image that cannot be pulled for another reason, or for one that nobody kept',
	why: 'Pods cannot start without it; Kubernetes tries again, at least every five minutes.',
	remedy: 'Read what the runtime says; when it is forgotten, delete one of the pods to hear it again.',
	about: 'pods',
	reads: ['pod', 'event', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['unknown', 'forgotten', 'throttled', 'signature'])) {
			const {failure, image, since} = pull;
			const graceMs = failure === 'throttled' ? THROTTLED_MS : GRACE_MS;
			const {words, because, next, isGuess} = readingOf(pull, subject, cluster);
			yield {
				...commonOf(pull),
				verdict:
					failure === 'signature' ? 'doomed' : afterGrace(subject, cluster, since, graceMs, 'struggling'),
				confidence: isGuess === true ? 'possible' : 'certain',
				title: `${subject.who} ${words} ${shortImage(image)}`,
				because,
				next: [...rollBackFirst(subject), ...next],
			};
		}
	},
});

interface Reading {
	readonly words: string;
	readonly because: string;
	readonly next: readonly string[];
	readonly isGuess?: boolean;
}

function readingOf({failure, image, message}: FailedPull, subject: PodsSubject, cluster: Cluster): Reading {
	if (failure === 'signature')
		return {
			words: 'may not run, their node does not accept its signature:',
			because: oneLine(message, 200),
			next: [`sign ${image}, or change the policy of the nodes`],
		};
	if (failure === 'throttled')
		return {
			words: 'wait for their turn to pull',
			because: 'the kubelet pulls only so many images at once (registryPullQPS)',
			next: ['wait, or raise registryPullQPS of the kubelets'],
		};
	if (failure === 'unknown')
		return {words: 'cannot pull', because: oneLine(message, 200), next: [`check ${image} and its registry`]};
	return forgotten(image, subject, cluster);
}

/** The kubelet told the reason once, in an event. */
function forgotten(image: string, {service, pods}: PodsSubject, cluster: Cluster): Reading {
	const unseen = cluster.knows('event')
		? 'the reason is not known any more: Kubernetes keeps events for an hour'
		: 'the reason cannot be seen (list events)';
	const next = [`look for ${image} in its registry`, `or delete pod ${pods[0]?.name ?? ''} to hear the reason again`];
	const before = service?.previous;
	const {host} = imageNameOf(image);
	const works =
		before !== undefined && before.ready > 0 && before.images.find(known => imageNameOf(known).host === host);
	if (!works) return {words: 'cannot pull', because: unseen, next};
	return {
		words: 'cannot pull',
		because: `${unseen}; ${before.label} runs ${shortImage(works)} of the same registry, so the new name may be wrong`,
		next,
		isGuess: true,
	};
}
