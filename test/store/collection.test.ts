import {describe, expect, test} from 'vitest';
import type {Row} from '../../src/model/row.ts';
import {createCollectionWriter} from '../../src/store/collection.ts';

const row = (uid: string, name = uid): Row => ({
	kind: 'pod',
	uid,
	name,
	namespace: 'shop',
	createdAt: 0,
	deletedAt: undefined,
	labels: {},
	owner: undefined,
});

const writer = (): ReturnType<typeof createCollectionWriter> => createCollectionWriter('pod', () => undefined);

describe('a collection', () => {
	test('shows the rows of its first list before it is complete', () => {
		const pods = writer();
		pods.begin();
		pods.put(row('a'));
		const {collection, changes} = pods.commit();
		expect([...collection.rows.keys()]).toEqual(['a']);
		expect(collection.complete).toBe(false);
		expect(changes).toEqual([{before: undefined, after: row('a')}]);
	});

	test('holds the rows of a later list back until it is complete, and then replaces the old ones in one commit', () => {
		const pods = writer();
		pods.begin();
		for (const uid of ['a', 'b']) pods.put(row(uid));
		pods.complete();
		pods.commit();
		pods.begin();
		pods.put(row('b', 'renamed'));
		pods.put(row('c'));
		expect(pods.commit().changes).toEqual([]);
		pods.complete();
		const {collection, changes} = pods.commit();
		expect([...collection.rows.values()].map(({name}) => name)).toEqual(['renamed', 'c']);
		expect(changes).toHaveLength(3);
	});

	test('starts a list again that was cut off, without what the first try had brought', () => {
		const pods = writer();
		pods.begin();
		pods.put(row('gone'));
		pods.commit();
		pods.begin();
		pods.put(row('a'));
		pods.complete();
		expect([...pods.commit().collection.rows.keys()]).toEqual(['a']);
	});

	test('says what changed: new, changed and gone', () => {
		const pods = writer();
		for (const uid of ['a', 'b']) pods.put(row(uid));
		pods.commit();
		pods.put(row('a', 'changed'));
		pods.drop('b');
		pods.drop('never there');
		expect(pods.commit().changes).toEqual([
			{before: row('a'), after: row('a', 'changed')},
			{before: row('b'), after: undefined},
		]);
	});

	test('is the same object while nothing changes, and another one when its state does', () => {
		const pods = writer();
		const before = pods.commit().collection;
		expect(pods.commit().collection).toBe(before);
		pods.state({phase: 'watching', resourceVersion: '7', since: 1});
		expect(pods.commit().collection).not.toBe(before);
	});

	test('remembers the newest twenty problems', () => {
		const pods = writer();
		for (let index = 0; index < 25; index++) pods.problem(`pod ${index}`);
		const {problems} = pods.commit().collection;
		expect([problems.length, problems[0], problems.at(-1)]).toEqual([20, 'pod 5', 'pod 24']);
	});
});
