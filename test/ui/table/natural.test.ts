import {describe, expect, test} from 'vitest';
import {compareNatural} from '../../../src/ui/table/natural.ts';
import {createSeededRandom} from '../../support/random.ts';

describe('names compare as people count', () => {
	test.each([
		['db-9', 'db-10', -1],
		['db-10', 'db-9', 1],
		['db-1', 'db-1', 0],
		['db-1', 'db-10', -1],
		['db-1y', 'db-10', -1],
		['a1b2', 'a1b10', -1],
		['a', 'b', -1],
		['a', 'a1', -1],
		['x01', 'x1', -1],
		['1.10', '1.9', 1],
		['', 'a', -1],
		['99999999999999999999999', '100000000000000000000000', -1],
	])('%s and %s', (a, b, sign) => {
		expect(Math.sign(compareNatural(a, b))).toBe(sign);
	});
});

test('it is an order: no three names go round in a circle', () => {
	const random = createSeededRandom(7);
	const word = (): string =>
		Array.from({length: Math.floor(random() * 5)}, () => 'ab019-'[Math.floor(random() * 6)]).join('');
	const triples = Array.from({length: 20_000}, () => [word(), word(), word()] as const);
	const lopsided = triples.filter(
		([a, b]) => Math.sign(compareNatural(a, b)) + Math.sign(compareNatural(b, a)) !== 0,
	);
	const circular = triples.filter(
		([a, b, c]) => compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0 && compareNatural(a, c) > 0,
	);
	expect({lopsided, circular}).toEqual({lopsided: [], circular: []});
});
