import {expect, test} from 'vitest';
import {serverNamed, serverOfItsOwn} from '../../../src/services/database/named-server.ts';
import type {DatabaseServer} from '../../../src/services/database/servers.ts';
import type {ServiceObjectRow} from '../../../src/model/network.ts';
import {database, share, user} from '../../support/databases.ts';

const inside: DatabaseServer = {
	...database([user(share())]).server,
	key: 'uid:PostgreSQL',
	service: {name: 'postgres', namespace: 'shop'} as ServiceObjectRow,
};
const outside = database([], {label: 'orders.example.com:5433'}).server;
const pooler = database([], {label: 'pgbouncer:6432', isPooler: true}).server;

test.each([
	['postgres', 5432, false, inside],
	['POSTGRES.shop', 5432, false, inside],
	['postgres.shop.svc', 5432, false, inside],
	['postgres.shop.svc.cluster.local', 5432, false, inside],
	['orders.example.com', 5433, false, outside],
	['orders.example.com', 5432, false, undefined],
	['postgres.other', 5432, false, undefined],
	['127.0.0.1', 15432, false, undefined],
	['127.0.0.1', 16432, true, pooler],
])('%s:%i, a pooler: %s', (host, port, isPooler, server) => {
	expect(serverNamed({host, port, isPooler}, [inside, outside, pooler])).toBe(server);
});

test('the only one of its sort is meant by any name', () => {
	expect(serverNamed({host: '127.0.0.1', port: 1, isPooler: false}, [inside, pooler])).toBe(inside);
	expect(serverNamed({host: '127.0.0.1', port: 1, isPooler: true}, [inside])).toBeUndefined();
	const mysql = {...outside, system: 'MySQL'};
	expect(serverNamed({host: '127.0.0.1', port: 1, isPooler: false}, [mysql])).toBeUndefined();
});

test('one that nobody uses has no budget', () => {
	const own = serverOfItsOwn({host: 'db', port: 5432, isPooler: false});
	expect(own).toMatchObject({key: 'db:5432', label: 'db:5432', users: [], allowance: undefined});
	expect(own.budget).toMatchObject({usable: undefined, now: 0});
});
