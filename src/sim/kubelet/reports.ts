import type {Report} from '../recorder.ts';
import {hashOf} from '../seed.ts';
import type {ContainerLife} from './container-life.ts';
import {messageOf} from './container-status.ts';

type Words = readonly [type: 'Normal' | 'Warning', reason: string, message: string];

/** What a kubelet of v1.35 reports when a container comes into a state. `podName` is `NAME_NAMESPACE(UID)`. */
export function reportsOf(life: ContainerLife, podName: string, isOnNode: boolean): Omit<Report, 'component'>[] {
	const {container} = life;
	return wordsOf(life, podName, isOnNode).map(([type, reason, message]) => ({
		type,
		reason,
		message,
		container: container.name,
	}));
}

function wordsOf(life: ContainerLife, podName: string, isOnNode: boolean): Words[] {
	const {container, state} = life;
	const {image, name} = container;
	const pulling: Words = ['Normal', 'Pulling', `Pulling image "${image}"`];
	if (state === 'creating') return isOnNode ? [] : [pulling];
	if (state === 'running') {
		return [
			['Normal', 'Pulled', isOnNode ? presentText(image) : pulledText(image)],
			['Normal', 'Created', 'Container created'],
			['Normal', 'Started', 'Container started'],
		];
	}
	if (state === 'restarting')
		return [['Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${podName}`]];
	if (state === 'pull-failed') {
		return [
			...(life.stage?.when === 'pull-waiting' ? [pulling] : []),
			['Warning', 'Failed', `Failed to pull image "${image}": ${messageOf(life)}`],
			['Warning', 'Failed', 'Error: ErrImagePull'],
		];
	}
	if (state === 'pull-waiting') {
		return [
			['Normal', 'BackOff', `Back-off pulling image "${image}"`],
			['Warning', 'Failed', 'Error: ImagePullBackOff'],
		];
	}
	return state === 'config-error' ? [['Warning', 'Failed', `Error: ${messageOf(life)}`]] : [];
}

function presentText(image: string): string {
	return `Container image "${image}" already present on machine and can be accessed by the pod`;
}

/** Time and size only depend on the image. */
function pulledText(image: string): string {
	const hash = hashOf(image);
	const millis = 310 + (hash % 280);
	const bytes = 60_000_000 + (hash % 120_000_000);
	return `Successfully pulled image "${image}" in ${millis}ms (${millis}ms including waiting). Image size: ${bytes} bytes.`;
}
