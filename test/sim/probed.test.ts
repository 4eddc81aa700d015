import {describe, expect, test} from 'vitest';
import type {Behaviour} from '../../src/sim/contract.ts';
import type {EventObject} from '../../src/sim/objects.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import {NOON, pod, type SmallCluster, startSmallCluster} from './small-cluster.ts';

/** Refused from the second minute of the story until the fourth. */
const behaviours: Behaviour[] = [
	{
		of: {},
		unready: ({storyMs}) =>
			storyMs >= 60_000 && storyMs < 180_000 ? 'HTTP probe failed with statuscode: 503' : undefined,
	},
];

const probed = {
	containers: [{name: 'app', image: 'example.com/app:1', readinessProbe: {httpGet: {path: '/readyz', port: 80}}}],
};

function readyOf({sim}: SmallCluster, name: string): string {
	const {status} = sim.get('pods', 'shop', name) as Pod;
	const ready = status.conditions?.find(({type}) => type === 'Ready');
	return `${ready?.status} ${status.containerStatuses?.[0]?.ready} ${status.containerStatuses?.[0]?.restartCount}`;
}

describe('a readiness probe that is answered by a behaviour', () => {
	test('is believed at the third failure, and at once when it succeeds', async () => {
		const cluster = await startSmallCluster([pod('a', probed), pod('b', probed)], behaviours);
		const seen: [number, string, string][] = [];
		for (const seconds of [50, 65, 80, 170, 190]) {
			await cluster.advance(NOON + seconds * 1000 - cluster.clock.now());
			seen.push([seconds, readyOf(cluster, 'a'), readyOf(cluster, 'b')]);
		}
		expect(seen).toEqual([
			[50, 'True true 0', 'True true 0'],
			[65, 'True true 0', 'True true 0'],
			[80, 'False false 0', 'False false 0'],
			[170, 'False false 0', 'False false 0'],
			[190, 'True true 0', 'True true 0'],
		]);
		const events = cluster.sim.list('events', 'shop') as readonly EventObject[];
		const unhealthy = events.filter(({reason}) => reason === 'Unhealthy');
		expect(unhealthy.map(({message, count}) => [message, count])).toEqual([
			['Readiness probe failed: HTTP probe failed with statuscode: 503', 24],
			['Readiness probe failed: HTTP probe failed with statuscode: 503', 24],
		]);
		await cluster.sim.stop();
	});

	test('keeps a pod that starts meanwhile from being ready', async () => {
		const cluster = await startSmallCluster([], behaviours);
		await cluster.advance(100_000);
		cluster.sim.apply(pod('late', probed));
		await cluster.advance(60_000);
		expect(readyOf(cluster, 'late')).toBe('False false 0');
		await cluster.advance(30_000);
		expect(readyOf(cluster, 'late')).toBe('True true 0');
		await cluster.sim.stop();
	});
});
