import {expect, test} from 'vitest';
import {defineRule, type Rule} from '../../src/diagnosis/contract.ts';
import {createEngine} from '../../src/diagnosis/engine.ts';
import type {Commit} from '../../src/diagnosis/snapshot.ts';
import {kinds} from '../../src/kinds/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {Change} from '../../src/model/change.ts';
import {createJoin} from '../../src/services/join.ts';
import type {ServiceTraffic} from '../../src/services/traffic/contract.ts';
import type {DatabaseState} from '../../src/services/database/state.ts';
import {createTrafficBook} from '../../src/services/traffic/traffic-book.ts';
import {database} from '../support/databases.ts';
import {healthy} from './told.ts';

/** A rule that counts for whom it was asked, and with which traffic. */
function askedRule(): {readonly rule: Rule; readonly asked: [string, ServiceTraffic | undefined][]} {
	const asked: [string, ServiceTraffic | undefined][] = [];
	const rule = defineRule({
		id: 'asked',
		title: 'a thing',
		why: 'Why.',
		remedy: 'What.',
		about: 'workload',
		reads: ['traffic'],
		place: 'effect',
		find(subject, cluster) {
			asked.push([subject.object.name, cluster.trafficOf(subject.service)]);
			return [];
		},
	});
	return {rule, asked};
}

test('a rule of traffic is asked of the services whose traffic changed, and sees it', () => {
	const {rule, asked} = askedRule();
	const engine = createEngine();
	engine.learn([rule]);
	const join = createJoin();
	const intern = createIntern();
	const changes: Change[] = [...healthy('api'), ...healthy('web')].flatMap(object => {
		const kind = kinds.find(({objectKind}) => objectKind === object.kind);
		return kind === undefined ? [] : [{before: undefined, after: kind.project(object as never, intern)}];
	});
	join.apply(changes, 0);
	const commit: Commit = {
		collections: {},
		changes,
		join,
		usage: {pods: new Map(), nodes: new Map(), state: {phase: 'starting'}},
		lastWords: new Map(),
		now: 0,
	};
	engine.run(commit);
	expect(asked.splice(0).map(([name, traffic]) => [name, traffic])).toEqual([
		['api', undefined],
		['web', undefined],
	]);
	const book = createTrafficBook();
	book.cover(new Map([['deployment-api', {read: 3, of: 3, since: 0, revisions: []}]]));
	const traffic = book.of('deployment-api', 0);
	const of = (service: string): ServiceTraffic | undefined => (service === 'deployment-api' ? traffic : undefined);
	engine.run({...commit, changes: [], traffic: of, trafficChanged: new Set(['deployment-api', 'nobody'])});
	expect(asked.splice(0)).toEqual([['api', traffic]]);
	engine.run({...commit, changes: [], traffic: of});
	expect(asked).toEqual([]);
});

test('a rule of databases is asked of the services of whose database there is news, and sees it', () => {
	const asked: [string, DatabaseState | undefined][] = [];
	const rule = defineRule({
		...{id: 'asked', title: 'a thing', why: 'Why.', remedy: 'What.'},
		about: 'workload',
		reads: ['database'],
		place: 'effect',
		find(subject, cluster) {
			asked.push([subject.object.name, cluster.databaseOf(subject.service)]);
			return [];
		},
	});
	const engine = createEngine();
	engine.learn([rule]);
	const join = createJoin();
	const intern = createIntern();
	const changes: Change[] = [...healthy('api'), ...healthy('web')].flatMap(object => {
		const kind = kinds.find(({objectKind}) => objectKind === object.kind);
		return kind === undefined ? [] : [{before: undefined, after: kind.project(object as never, intern)}];
	});
	join.apply(changes, 0);
	const usage: Commit['usage'] = {pods: new Map(), nodes: new Map(), state: {phase: 'starting'}};
	const commit: Commit = {collections: {}, changes: [], join, usage, lastWords: new Map(), now: 0};
	engine.run({...commit, changes});
	asked.length = 0;
	const state = database([]);
	const databaseOf = (service: string): DatabaseState | undefined =>
		service === 'deployment-api' ? state : undefined;
	engine.run({...commit, databaseOf, databasesChanged: new Set(['deployment-api', 'nobody'])});
	expect(asked.splice(0)).toEqual([['api', state]]);
	engine.run({...commit, databaseOf});
	expect(asked).toEqual([]);
});
