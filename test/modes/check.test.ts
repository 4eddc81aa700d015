import {describe, expect, test} from 'vitest';
import {exitCodeOf} from '../../src/modes/check/exit-code.ts';
import {asJson, printed} from '../../src/modes/check/print.ts';
import type {Report, ReportedFinding} from '../../src/modes/check/report.ts';
import {schema} from '../../src/modes/check/schema.ts';
import {faultsOf} from '../support/json-schema.ts';

const api = {kind: 'Deployment', namespace: 'shop', name: 'api'};
const stuck: ReportedFinding = {
	id: 'd1/rollout-deadline',
	rule: 'rollout-deadline',
	severity: 'warning',
	verdict: 'struggling',
	confidence: 'certain',
	object: api,
	title: 'The rollout of rev 42 stands still',
	extent: '',
	because: '',
	affects: [],
	evidence: [],
	next: [],
	since: '2026-11-24T11:50:00.000Z',
	consequences: [],
};
const report: Report = {
	context: 'prod-eu',
	namespace: 'shop',
	at: '2026-11-24T12:00:00.000Z',
	verdict: 'doomed',
	findings: [
		{
			...stuck,
			id: 'd1/database-refused',
			rule: 'database-refused',
			severity: 'critical',
			verdict: 'doomed',
			title: 'New pods exit at start: the database refuses connections',
			extent: '4 of 5 pods of rev 42',
			because: '5 pods × (15 + 10) = 125 connections, 97 usable on postgres:5432',
			affects: [{kind: 'Pod', namespace: 'shop', name: 'api-x2xkq'}],
			evidence: [
				{text: 'exit 3 ×4', source: 'pod/api-x2xkq', at: '2026-11-24T11:59:00.000Z'},
				{
					text: 'FATAL: \u001B[31msorry\u009B0m, too many clients',
					source: 'log of pod/api-x2xkq app',
					at: undefined,
				},
			],
			next: ['roll back to rev 41 (api:1.8.2)'],
			since: '2026-11-24T11:51:10.000Z',
			consequences: [stuck],
		},
	],
	services: [
		{...api, verdict: 'doomed', state: 'new pods exit at start', ready: 3, wanted: 5, restarts10m: 12},
		{...api, name: 'worker', verdict: 'healthy', state: '', ready: 2, wanted: 2, restarts10m: 0},
	],
	cannotSee: [{what: 'nodes', permission: 'list nodes'}],
};

test('people read who, what, why and what next, in the time of their wall', () => {
	expect(printed(report, 3_600_000).split('\n')).toEqual([
		'✖ api (Deployment, shop) doomed since 12:51:10, certain',
		'  New pods exit at start: the database refuses connections (4 of 5 pods of rev 42)',
		'  seen     pod/api-x2xkq: exit 3 ×4',
		'           log of pod/api-x2xkq app: FATAL: sorry, too many clients',
		'  because  5 pods × (15 + 10) = 125 connections, 97 usable on postgres:5432',
		'  and so   The rollout of rev 42 stands still',
		'  next     roll back to rev 41 (api:1.8.2)',
		'',
		'1 other service healthy. Could not read: nodes (list nodes).',
		'',
	]);
});

test('who cannot see enough is not told that all is well', () => {
	const blind: Report = {...report, verdict: 'unknown', findings: [], services: []};
	expect(printed(blind, 0)).toBe(
		'Cannot see enough to say. 0 services healthy. Could not read: nodes (list nodes).\n',
	);
});

describe('the JSON', () => {
	test('says the same, and steers no terminal', () => {
		const text = asJson(report);
		expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
		expect([...text].filter(character => /[\p{Cc}\p{Cf}]/u.test(character) && !'\n\t'.includes(character))).toEqual(
			[],
		);
	});

	test('is what its schema says', () => {
		expect(faultsOf(schema, JSON.parse(asJson(report)))).toEqual([]);
	});

	test.each([
		['a field too many', {...report, extra: 1}],
		['a field that is missing', {...report, services: undefined}],
		['an unknown verdict', {...report, verdict: 'fine'}],
		['a wrong type inside a consequence', {...report, findings: [{...stuck, next: [7]}]}],
	])('the schema refuses %s', (_, value) => {
		expect(faultsOf(schema, JSON.parse(JSON.stringify(value)))).not.toEqual([]);
	});
});

test.each([
	['healthy', 0],
	['progressing', 0],
	['doomed', 1],
	['struggling', 3],
	['unknown', 4],
] as const)('%s ends with %i', (verdict, code) => {
	expect(exitCodeOf({verdict})).toBe(code);
});
