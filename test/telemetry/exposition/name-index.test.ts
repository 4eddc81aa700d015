import {expect, test} from 'vitest';
import {createNameIndex} from '../../../src/telemetry/exposition/name-index.ts';

const nameOf = createNameIndex(['db_pool_size', 'pool_size', 'db_client_connection_max']);

test.each([
	['pool_size', {name: 'pool_size', prefix: ''}],
	['db_pool_size', {name: 'db_pool_size', prefix: ''}],
	['shop_api_db_pool_size', {name: 'db_pool_size', prefix: 'shop_api'}],
	['thread_pool_size', {name: 'pool_size', prefix: 'thread'}],
	['db.client.connection.max', {name: 'db_client_connection_max', prefix: ''}],
	['carpool_size', undefined],
	['pool_size_total', undefined],
	['a_b_c_d_e_f_g_h_i_pool_size', undefined],
	['', undefined],
	['_', undefined],
])('%s', (exposed, known) => {
	expect(nameOf(exposed)).toEqual(known);
	// What is remembered is the same.
	expect(nameOf(exposed)).toEqual(known);
});

test('forgets, and finds again', () => {
	for (let index = 0; index < 50_000; index++) expect(nameOf(`name_${index}`)).toBeUndefined();
	expect(nameOf('db_pool_size')?.name).toBe('db_pool_size');
});
