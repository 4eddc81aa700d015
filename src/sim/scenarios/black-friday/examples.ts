import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';
import {countOf, failedShareOf, linesOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';
const POSTGRES = 'library/postgres:';
const TOO_MANY = /FATAL: {2}sorry, too many clients already$/;

export default [
	{atMs: 0, fact: 'three pods serve', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 40_000,
		fact: 'five pods of 15 connections fit',
		of: cluster => [linesOf(cluster, API, Infinity).length, countOf(cluster, POSTGRES, Infinity, TOO_MANY)],
		is: [5, 0],
	},
	{
		atMs: 70_000,
		fact: 'from the seventh on some are refused',
		of: cluster => [linesOf(cluster, API, Infinity).length, countOf(cluster, API, 20_000, TOO_MANY) > 5],
		is: [7, true],
	},
	{
		atMs: 120_000,
		fact: 'the autoscaler is at its maximum, and all pods are ready',
		of: readiness,
		is: ['api 10/10', 'mailer 3/3', 'worker 2/2'],
	},
	{
		atMs: 120_000,
		fact: 'a good part of all requests fails',
		of: cluster => {
			const share = failedShareOf(cluster, API, 20_000, /^/);
			return share > 0.2 && share < 0.5;
		},
		is: true,
	},
	{
		atMs: 120_000,
		fact: 'nearly all of them on the five newest pods',
		of: cluster =>
			linesOf(cluster, API, 20_000).filter(lines => lines.filter(line => TOO_MANY.test(line)).length > 20).length,
		is: 5,
	},
	{
		atMs: 120_000,
		fact: 'Postgres says so itself',
		of: cluster => countOf(cluster, POSTGRES, 20_000, TOO_MANY) > 20,
		is: true,
	},
] satisfies ScenarioExample[];
