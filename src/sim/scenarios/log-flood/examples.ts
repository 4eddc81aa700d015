import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';
import {countOf, linesOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';

export default [
	{
		atMs: 10_000,
		fact: 'each pod writes a thousand lines a second',
		of: cluster => linesOf(cluster, API, 10_000).map(lines => Math.round(lines.length / 1000)),
		is: [10, 10, 10],
	},
	{
		atMs: 10_000,
		fact: 'none is missing, and none comes twice',
		of: cluster =>
			linesOf(cluster, API, 10_000).map(lines => {
				const numbers = lines.map(line => Number(/ seq=(\d+) /.exec(line)?.[1]));
				return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
			}),
		is: [true, true, true],
	},
	{
		atMs: 10_000,
		fact: 'one line in twenty-five is a request',
		of: cluster => countOf(cluster, API, 10_000, / method=GET path=\/items\/\d{4} status=200 duration_ms=\d+\.\d$/),
		is: 1200,
	},
	{
		atMs: 120_000,
		fact: 'all is well',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
] satisfies ScenarioExample[];
