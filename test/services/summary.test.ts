import {expect, test} from 'vitest';
import {summarize} from '../../src/services/summary.ts';
import {crashing, daemonset, deployment, statefulset} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {oldA, oldB, podOf, rs1} from './scene.ts';

test('a summary counts services by their mark, and pods that are ready of those that are wanted', () => {
	const {join, put} = createFeed();
	put([
		...[deployment({ready: 2}), rs1, oldA, oldB, podOf('rs1', 'c', {containers: [crashing()]})],
		statefulset({observed: false, ready: 5}),
		daemonset({wanted: 0}),
		deployment({name: 'blind', ready: 1}),
	]);
	expect(summarize(join.services())).toEqual({
		services: 4,
		marks: {doomed: 0, struggling: 1, progressing: 1, healthy: 1, unknown: 1},
		ready: 2 + 3 + 0 + 1,
		wanted: 9,
	});
});
