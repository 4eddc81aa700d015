import {expect, test} from 'vitest';
import type {Heard} from '../../../src/telemetry/incidents/heard.ts';
import {createScene, NOW, sourceOf} from './scene.ts';

const heardOf = (over: Partial<Heard>): Heard => ({
	kind: 'exception',
	name: 'KeyError',
	where: 'app/main.py:31 in checkout',
	line: "KeyError: 'price'",
	trouble: undefined,
	...over,
});

const troubleOf = (host: string): Heard =>
	heardOf({
		kind: 'trouble',
		name: 'refused',
		trouble: {category: 'refused', system: 'PostgreSQL', host, port: 5432, line: 'connection refused'},
	});

test('what is the same is counted together: in the windows, by revision, with the pods that said it lately', () => {
	const {book, read} = createScene();
	const hear = (secondsAgo: number, line: string, pod: string, revision: string): void =>
		book.hear(heardOf({line}), NOW - secondsAgo * 1000, sourceOf(pod, revision));
	hear(10, 'the newest', 'b', 'rev 2');
	hear(30, 'late', 'b', 'rev 2');
	hear(200, 'older', 'a', 'rev 1');
	hear(400, 'much older', 'c', 'rev 1');
	expect(read().incidents).toMatchObject([
		{
			name: 'KeyError',
			line: 'the newest',
			counts: {m1: 2, m5: 3, earlier: 1, all: 4},
			revisions: [
				{revision: 'rev 2', m5: 2, all: 2},
				{revision: 'rev 1', m5: 1, all: 2},
			],
			firstAt: NOW - 400_000,
			lastAt: NOW - 10_000,
			source: {pod: 'b'},
		},
	]);
	expect(read().incidents[0]?.pods.toSorted()).toEqual(['a', 'b']);
});

test('another kind, name, place, category or host is another incident; the most frequent comes first', () => {
	const {book, read} = createScene();
	const all = [
		heardOf({}),
		heardOf({name: 'ValueError'}),
		heardOf({where: 'app/main.py:99 in pay'}),
		heardOf({kind: 'dns'}),
		troubleOf('db-1'),
		troubleOf('db-2'),
		troubleOf('db-2'),
	];
	for (const heard of all) book.hear(heard, NOW - 1000, sourceOf('a'));
	const {incidents} = read();
	expect(new Set(incidents.map(({key}) => key)).size).toBe(6);
	expect(incidents.map(({counts}) => counts.m5)).toEqual([2, 1, 1, 1, 1, 1]);
	expect(incidents[0]?.trouble?.host).toBe('db-2');
});

test('a hundred are kept; the one that was not heard for longest goes', () => {
	const {book, read} = createScene();
	for (let place = 0; place < 100; place++) book.hear(heardOf({where: `${place}`}), NOW - 5000, sourceOf('a'));
	book.hear(heardOf({where: '0'}), NOW - 4000, sourceOf('a'));
	book.hear(heardOf({where: 'one more'}), NOW - 3000, sourceOf('a'));
	const places = read().incidents.map(({where}) => where);
	expect([places.length, places.includes('0'), places.includes('1'), places.includes('one more')]).toEqual([
		100,
		true,
		false,
		true,
	]);
});

test('they stay when they are over, with empty windows', () => {
	const {book, read} = createScene();
	book.hear(heardOf({}), NOW - 1000, sourceOf('a'));
	expect(read(1000).incidents).toMatchObject([{counts: {m1: 0, m5: 0, earlier: 0, all: 1}, pods: []}]);
});
