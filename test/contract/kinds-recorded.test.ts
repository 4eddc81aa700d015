import {describe, expect, test} from 'vitest';
import type {Facts} from '../../src/kinds/contract.ts';
import {kinds} from '../../src/kinds/index.ts';
import podKind from '../../src/kinds/entries/pod/index.ts';
import {kindOf} from '../../src/kinds/lookup.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {PodRow} from '../../src/model/pod.ts';
import {readTable} from '../support/kubectl-table.ts';
import {findCases} from '../support/cases.ts';

const found = findCases();

function project(pod: unknown): PodRow {
	return podKind.project(pod as never, createIntern());
}

function versionOf(object: unknown): number {
	return Number((object as {metadata: {resourceVersion: string}}).metadata.resourceVersion);
}

function asPrinted(row: PodRow) {
	return {
		NAME: row.name,
		READY: `${row.readyContainers}/${row.totalContainers}`,
		STATUS: row.status,
		RESTARTS: String(row.restarts),
		IP: row.ip || '<none>',
		NODE: row.node || '<none>',
	};
}

if ('skipped' in found) test.skip(found.skipped, () => undefined);
else
	describe.each([...found])('$id', recorded => {
		test('pods read as kubectl printed them', () => {
			// The table was printed after the list was taken: what changed in between, the watch brought.
			const versions = [
				...recorded.objects('pods'),
				...recorded.history().flatMap(({kind, object}) => (kind === 'Pod' ? [object] : [])),
			].map(object => ({version: versionOf(object), row: project(object)}));
			for (const {NAME, READY, STATUS, RESTARTS = '', IP, NODE} of readTable(recorded.read('pods.txt') ?? '')) {
				const [listed, ...later] = versions.filter(({row}) => row.name === NAME);
				const candidates = later.filter(({version}) => version > (listed?.version ?? Infinity));
				expect([listed, ...candidates].map(candidate => candidate && asPrinted(candidate.row))).toContainEqual({
					NAME,
					READY,
					STATUS,
					RESTARTS: RESTARTS.split(' ')[0],
					IP,
					NODE,
				});
			}
		});

		test('every object that was ever sent makes a row with a name, and no cell is empty', () => {
			const intern = createIntern();
			const facts: Facts = {
				now: 0,
				usageOf: () => undefined,
				restartsOf: () => ({count: 0, atLeast: false}),
				trafficOf: () => undefined,
				connectionsOf: () => undefined,
			};
			const listed = kinds.flatMap(kind => recorded.objects(kind.plural).map(object => ({kind, object})));
			const watched = recorded.history().flatMap(({kind: word, object}) => {
				const kind = kindOf(word);
				return kind === undefined ? [] : [{kind, object}];
			});
			const bad: string[] = [];
			for (const {kind, object} of [...listed, ...watched]) {
				const row = kind.project(object as never, intern);
				if (row.name === '' || row.uid === '' || row.createdAt === 0) bad.push(`${kind.id} ${row.name}`);
				for (const column of kind.columns)
					if (column.value(row, facts) === '') bad.push(`${row.name} ${column.id}`);
			}
			expect(bad).toEqual([]);
			expect(watched.length).toBeGreaterThan(20);
		});
	});
