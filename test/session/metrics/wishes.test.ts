import {expect, test} from 'vitest';
import type {PodRow} from '../../../src/model/pod.ts';
import {scrapeWishes} from '../../../src/session/metrics/wishes.ts';
import type {ServiceRow} from '../../../src/services/service-row.ts';
import {monitorsOf} from '../../../src/services/monitors.ts';
import {container, pod, service as serviceObject} from '../../support/rows.ts';

const ANNOTATED: Partial<PodRow> = {prometheus: {scrape: 'true', port: '8000'}};

/** A service whose pods `NAME-0` and so on are alike, and listen on 8080. */
function service(name: string, pods: number, fields: Partial<PodRow> = {}): ServiceRow {
	const containers = [container({ports: [{name: 'http', port: 8080, protocol: 'TCP'}]})];
	const of = (index: number): PodRow =>
		pod({uid: `${name}-${index}`, name: `${name}-${index}`, labels: {app: name}, containers, ...fields});
	return {uid: name, name, pods: Array.from({length: pods}, (_, index) => of(index))} as unknown as ServiceRow;
}

function keysOf(over: Partial<Parameters<typeof scrapeWishes>[0]>): readonly string[] {
	return scrapeWishes({databases: [], services: [], monitors: [], objects: [], ...over}).map(({key}) => key);
}

test('a guess is only asked where a database is used', () => {
	const [user, other, told] = [service('user', 1), service('other', 1), service('told', 1, ANNOTATED)];
	expect(keysOf({databases: [user], services: [told, other, user]})).toEqual(['user-0', 'told-0']);
});

test('users of databases first, then each other service in turn, fifty at most', () => {
	const [user, a, b] = [service('user', 2), service('a', 40, ANNOTATED), service('b', 40, ANNOTATED)];
	const keys = keysOf({databases: [user, user], services: [a, b, user]});
	expect(keys).toHaveLength(50);
	expect(keys.slice(0, 6)).toEqual(['user-0', 'user-1', 'a-0', 'b-0', 'a-1', 'b-1']);
});

test('pods that do not run are not asked', () => {
	expect(keysOf({services: [service('a', 1, {...ANNOTATED, phase: 'Pending'})]})).toEqual([]);
});

test('a ServiceMonitor names the endpoint', () => {
	const monitors = monitorsOf('service', [
		{
			metadata: {namespace: 'shop'},
			spec: {
				selector: {matchLabels: {team: 'web'}},
				namespaceSelector: {any: true},
				endpoints: [{port: 'stats', path: '/stats'}],
			},
		},
	]);
	const web = service('web', 1);
	const objects = [
		serviceObject({
			namespace: web.pods[0]?.namespace ?? '',
			labels: {team: 'web'},
			selector: {app: 'web'},
			ports: [{name: 'stats', port: 80, protocol: 'TCP', targetPort: 'http', nodePort: undefined}],
		}),
	];
	const [wish] = scrapeWishes({databases: [], services: [web], monitors, objects});
	expect(wish?.endpoint).toEqual({scheme: 'http', port: 8080, path: '/stats', from: 'monitor'});
});
