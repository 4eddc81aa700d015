import {expect, test} from 'vitest';
import {hostInCommand} from '../../src/diagnosis/command-host.ts';

test.each<[string, string | undefined, number | undefined]>([
	['until nc -z redis 6379; do sleep 1; done', 'redis', 6379],
	['until nc -zv -w 2 redis.shop.svc.cluster.local 6379', 'redis.shop.svc.cluster.local', 6379],
	['until nslookup orders; do echo waiting for orders; sleep 2; done', 'orders', undefined],
	['until getent hosts orders >/dev/null; do sleep 2; done', 'orders', undefined],
	['pg_isready -U shop -h postgres -p 5432', 'postgres', undefined],
	['until (echo > /dev/tcp/redis/6379) 2>/dev/null; do sleep 1; done', 'redis', 6379],
	['wait-for-it.sh redis:6379 -t 0', 'redis', 6379],
	['until wget -qO- http://orders:8000/health; do sleep 1; done', 'orders', 8000],
	["python -c socket.create_connection(('redis', 6379), 2)", 'redis', 6379],
	['alembic -x url=postgresql://shop:shop@postgres:5432/shop upgrade head', 'postgres', 5432],
	['until nc -z $HOST 6379; do sleep 1; done', undefined, undefined],
	['until nc -z redis 6379 && nc -z postgres 5432; do sleep 1; done', undefined, undefined],
	['alembic upgrade head', undefined, undefined],
	['uvicorn shop.main:app --host 0.0.0.0 --port 8000', undefined, undefined],
])('%s waits for %s', (script, host, port) => {
	expect(hostInCommand({command: ['sh', '-c'], args: [script]})).toEqual(
		host === undefined ? undefined : {host, port},
	);
});

test('takes time in proportion to the command', () => {
	const long = `nc ${'-w 1 '.repeat(10_000)}${'a.'.repeat(50_000)}`;
	const began = performance.now();
	hostInCommand({command: [long], args: ["'".repeat(50_000), 'a:'.repeat(50_000)]});
	expect(performance.now() - began).toBeLessThan(200);
});
