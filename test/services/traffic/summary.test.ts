import {expect, test} from 'vitest';
import {summaryOf} from '../../../src/services/traffic/summary.ts';
import type {TrafficSummary} from '../../../src/model/traffic.ts';
import {createScene, type Scene, sourceOf} from './scene.ts';

const words = (format: string): string =>
	format === 'uvicorn-access' ? "uvicorn's access log carries no duration" : '';

const summary = ({read}: Scene, secondsLater = 0): TrafficSummary => summaryOf(read(secondsLater), '', words);

test('the last minute says it, or five when it has few requests', () => {
	const scene = createScene();
	for (let second = 0; second < 9; second++) scene.take(second, {durationMs: 10}, sourceOf('a'), 'json');
	for (let second = 100; second < 121; second++)
		scene.take(second, {durationMs: 10, status: 500}, sourceOf('a'), 'json');
	expect(summary(scene)).toMatchObject({rate: 0.1, serverErrors: 0.7, isScaled: false, because: ''});
	scene.take(1, {durationMs: 10}, sourceOf('a'), 'json');
	expect(summary(scene, 1)).toMatchObject({serverErrors: 0});
	expect(Math.abs((summary(scene, 1).p95Ms ?? 0) - 10)).toBeLessThan(0.1);
});

test('a percentile that is not known has a reason', () => {
	const scene = createScene({read: 1, of: 2});
	expect(summary(scene)).toEqual({
		rate: undefined,
		p95Ms: undefined,
		serverErrors: undefined,
		isScaled: false,
		because: 'no requests in its logs',
	});
	scene.take(1, {});
	expect(summary(scene, 1)).toMatchObject({p95Ms: undefined, isScaled: true, because: words('uvicorn-access')});
	scene.take(1, {path: '/slow', durationMs: 1500, slowOnly: true, method: ''});
	scene.take(1, {path: '/slow'});
	for (let second = 0; second < 40; second++) scene.take(second, {});
	expect(summary(scene, 2)).toMatchObject({
		p95Ms: undefined,
		because: 'its log tells only how long slow requests took',
	});
	expect(summary(scene, 600)).toMatchObject({
		rate: 0,
		serverErrors: undefined,
		because: 'no requests in the last 5 minutes',
	});
});

test('without its logs nothing is known but why', () => {
	expect(summaryOf(undefined, 'no right to get pods/log in shop', words)).toMatchObject({
		rate: undefined,
		because: 'no right to get pods/log in shop',
	});
});
