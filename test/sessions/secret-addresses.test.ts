import {afterEach, describe, expect, test} from 'vitest';
import type {Scenario, Sim} from '../../src/sim/contract.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {type Drive, drive} from '../support/drive.ts';

let one: Drive | undefined;
afterEach(async () => one?.stop());

const PASSWORD = 'not-a-real-password';
const ADDRESS = `postgresql+asyncpg://shop:${PASSWORD}@orders.example.com:5433/orders`;

/** The quiet shop, with one service more whose address only a Secret knows. */
function withSecret(): Scenario {
	const calm = scenarios.find(({id}) => id === 'calm');
	if (calm === undefined) throw new Error('there is no calm');
	const {namespace} = calm;
	const labels = {app: 'orders'};
	const valueFrom = {secretKeyRef: {name: 'orders-db', key: 'url'}};
	const containers = [{name: 'app', image: 'orders:1', env: [{name: 'DATABASE_URL', valueFrom}]}];
	const orders = {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: {name: 'orders', namespace},
		spec: {replicas: 1, selector: {matchLabels: labels}, template: {metadata: {labels}, spec: {containers}}},
	};
	const data = {url: Buffer.from(ADDRESS).toString('base64')};
	const secret = {apiVersion: 'v1', kind: 'Secret', metadata: {name: 'orders-db', namespace}, data};
	return {...calm, objects: () => [...calm.objects(), secret, orders]};
}

const open = async (readSecrets: boolean, before?: (sim: Sim) => void): Promise<Drive> => {
	one = await drive({scenario: withSecret(), columns: 160, settings: {readSecrets}, ...(before && {before})});
	return one;
};

/** Lists and watches are of metadata only. */
const secretsAsked = ({sim}: Drive): readonly string[] =>
	sim.requests.map(({method, url}) => `${method} ${url}`).filter(line => line.includes('/secrets/'));

const labels = ({app}: Drive): readonly string[] => app.session.databases.states().map(({server}) => server.label);

describe('addresses in Secrets', () => {
	test('without the flag no Secret is asked for', async () => {
		const app = await open(false);
		await app.advance(30_000);
		expect(secretsAsked(app)).toEqual([]);
		expect(labels(app)).toEqual(['postgres:5432']);
	});

	test('with it each is read once, and of the address only where it leads is kept', async () => {
		const app = await open(true);
		await app.advance(30_000);
		expect(secretsAsked(app)).toEqual(['GET /api/v1/namespaces/shop/secrets/orders-db']);
		expect(labels(app)).toContain('orders.example.com:5433');
		const [user] = app.app.session.databases
			.states()
			.filter(({server}) => server.label === 'orders.example.com:5433')
			.flatMap(({users}) => users);
		expect(user?.user.use).toEqual({
			system: 'PostgreSQL',
			host: 'orders.example.com',
			port: 5433,
			database: 'orders',
			driver: 'asyncpg',
			container: 'app',
			from: 'DATABASE_URL of Secret orders-db',
			isGuessed: false,
		});
		app.type(':db orders\r');
		expect(app.text()[0]).toMatch(/orders\.example\.com:5433/);
		expect(app.sent()).not.toContain(PASSWORD);
	});

	test('who may not read it is told which right is missing', async () => {
		const app = await open(true, sim => sim.faults.forbid('get', 'secrets'));
		app.type(':db orders\r');
		expect(app.text().join('\n')).toMatch(/--read-secrets: no right to get secrets in shop/);
		await app.advance(30_000);
		expect(secretsAsked(app)).toHaveLength(1);
		app.app.session.retryNow();
		await app.settle();
		expect(secretsAsked(app)).toHaveLength(2);
	});
});
