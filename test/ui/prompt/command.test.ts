import {describe, expect, test} from 'vitest';
import {complete, ghostOf} from '../../../src/ui/prompt/complete.ts';
import {parseCommand} from '../../../src/ui/prompt/parse-command.ts';
import type {NamedKind, Sources} from '../../../src/ui/prompt/words.ts';

function kind(
	id: string,
	plural: string,
	objectKind: string,
	aliases: readonly string[],
	namespaced = true,
): NamedKind {
	return {id, title: plural, plural, objectKind, aliases, namespaced};
}

const sources: Sources = {
	kinds: [
		kind('daemonset', 'daemonsets', 'DaemonSet', ['ds']),
		kind('deployment', 'deployments', 'Deployment', ['dp', 'deploy']),
		kind('namespace', 'namespaces', 'Namespace', ['ns'], false),
		kind('node', 'nodes', 'Node', ['no'], false),
		kind('pod', 'pods', 'Pod', ['po']),
		kind('service', 'services', 'Service', ['svc']),
	],
	namespaces: ['default', 'shop', 'shop-staging'],
	contexts: ['prod-eu', 'arn:aws:eks:eu-1:42:cluster/prod'],
	services: ['api', 'worker'],
};

describe('what is typed after the colon', () => {
	test.each([
		['po', {to: 'list', kind: 'pod'}],
		['  Pods ', {to: 'list', kind: 'pod'}],
		['pod', {to: 'list', kind: 'pod'}],
		['DaemonSet', {to: 'list', kind: 'daemonset'}],
		['pods shop', {to: 'list', kind: 'pod', namespace: 'shop'}],
		['po -n shop', {to: 'list', kind: 'pod', namespace: 'shop'}],
		['po -A', {to: 'list', kind: 'pod', namespace: ''}],
		['po all', {to: 'list', kind: 'pod', namespace: ''}],
		['dp /api', {to: 'list', kind: 'deployment', filter: 'api'}],
		['dp /!api', {to: 'list', kind: 'deployment', filter: '!api'}],
		['dp /-f  api shop', {to: 'list', kind: 'deployment', filter: '-f api', namespace: 'shop'}],
		['dp /', {to: 'list', kind: 'deployment'}],
		['po app=api', {to: 'list', kind: 'pod', labels: 'app=api'}],
		['po app=api tier!=web', {to: 'list', kind: 'pod', labels: 'app=api,tier!=web'}],
		['po @prod-eu', {to: 'list', kind: 'pod', context: 'prod-eu'}],
		[
			'po @prod-eu app=api /x shop',
			{to: 'list', kind: 'pod', context: 'prod-eu', labels: 'app=api', filter: 'x', namespace: 'shop'},
		],
		['no /worker', {to: 'list', kind: 'node', filter: 'worker'}],
		['svc', {to: 'list', kind: 'service'}],
		['service', {to: 'list', kind: 'service'}],
		['ns', {to: 'list', kind: 'namespace'}],
		['ns shop', {to: 'namespace', namespace: 'shop'}],
		['ns all', {to: 'namespace', namespace: ''}],
		['ctx', {to: 'contexts'}],
		['ctx prod-eu', {to: 'context', context: 'prod-eu'}],
		['@arn:aws:eks:eu-1:42:cluster/prod', {to: 'context', context: 'arn:aws:eks:eu-1:42:cluster/prod'}],
		['q', {to: 'quit'}],
		['quit', {to: 'quit'}],
		['help', {to: 'help'}],
		['home', {to: 'home'}],
		['services', {to: 'home'}],
		['findings', {to: 'findings'}],
		['why api', {to: 'findings', service: 'api'}],
		['requests', {to: 'requests'}],
		['routes api', {to: 'requests', service: 'api'}],
		['timing api', {to: 'timing', service: 'api'}],
		['rollout', {to: 'rollout'}],
		['timeline worker', {to: 'timeline', service: 'worker'}],
	])(':%s', (typed, command) => {
		expect(parseCommand(typed, sources)).toEqual(command);
	});
});

describe('what cannot be is said', () => {
	test.each([
		['', 'type what to show: pods, deployments, ns NAME, ctx NAME'],
		['pds', 'there is no `pds`: did you mean `pods`?'],
		['deploymnets', 'there is no `deploymnets`: did you mean `deployments`?'],
		['quti', 'there is no `quti`: did you mean `quit`?'],
		['certificates', 'there is no `certificates`'],
		['__proto__', 'there is no `__proto__`'],
		['po shpo', 'there is no namespace `shpo`: did you mean `shop`?'],
		['ns shpo', 'there is no namespace `shpo`: did you mean `shop`?'],
		['ctx prod', 'there is no context `prod`: did you mean `prod-eu`?'],
		['po @nowhere', 'there is no context `nowhere`'],
		['no shop', 'nodes live outside namespaces: leave out `shop`'],
		['no elsewhere', 'nodes live outside namespaces: leave out `elsewhere`'],
		['no -A', 'nodes live outside namespaces: leave out `-A`'],
		['po shop default', '`default`: one namespace is enough'],
		['po /a /b', '`/b`: one filter is enough'],
		['po Shop!', '`Shop!` is no namespace: after pods come a namespace, /filter, label=value, @context'],
		['po --watch', '`--watch` is no namespace: after pods come a namespace, /filter, label=value, @context'],
		['home shop', '`home` takes nothing behind it here'],
		['ctx a b', '`ctx` takes nothing behind it here'],
		['rollout aip', 'there is no service `aip`: did you mean `api`?'],
		['timeline api worker', '`timeline` takes nothing behind it here'],
		['@prod-eu pods', '`@prod-eu` takes nothing behind it here'],
	])(':%s', (typed, problem) => {
		expect(parseCommand(typed, sources)).toEqual({problem});
	});

	test('a namespace that cannot be looked up is taken as it is', () => {
		expect(parseCommand('po payments', {...sources, namespaces: []})).toEqual({
			to: 'list',
			kind: 'pod',
			namespace: 'payments',
		});
	});
});

describe('completion', () => {
	test.each([
		['po', ['pods'], 'ds'],
		['d', ['databases', 'daemonsets', 'deployments', 'findings', 'nodes', 'pods'], 'atabases'],
		['dp', ['dp'], ''],
		['dep', ['deployments'], 'loyments'],
		['PO', ['pods'], 'ds'],
		['serv', ['services', 'service'], 'ices'],
		['sets', ['daemonsets'], ''],
		['ctx ', ['prod-eu', 'arn:aws:eks:eu-1:42:cluster/prod'], ''],
		['ctx pr', ['prod-eu', 'arn:aws:eks:eu-1:42:cluster/prod'], 'od-eu'],
		['ns s', ['shop', 'shop-staging'], 'hop'],
		['po shop', ['shop', 'shop-staging'], ''],
		['po stag', ['shop-staging'], ''],
		['po @a', ['@arn:aws:eks:eu-1:42:cluster/prod'], 'rn:aws:eks:eu-1:42:cluster/prod'],
		['no s', [], ''],
		['xyz s', [], ''],
		['quit s', [], ''],
		['po /s', [], ''],
		['requests w', ['worker'], 'orker'],
		['rollout a', ['api'], 'pi'],
	])('of `%s`', (text, words, ghost) => {
		const line = {text, cursor: text.length};
		const candidates = complete(line, sources);
		expect(candidates.map(({word}) => word)).toEqual(words);
		expect(ghostOf(line, candidates)).toBe(ghost);
	});

	test('nothing typed offers everything, without a ghost', () => {
		const line = {text: '', cursor: 0};
		const candidates = complete(line, sources);
		expect(candidates.map(({word}) => word)).toEqual([
			...['home', 'ctx', 'findings', 'requests', 'databases', 'rollout', 'timing', 'timeline', 'help', 'quit'],
			...['daemonsets', 'deployments', 'namespaces', 'nodes', 'pods', 'service'],
		]);
		expect(ghostOf(line, candidates)).toBe('');
	});

	test('a candidate replaces the word before the cursor and keeps what follows', () => {
		expect(complete({text: 'po sh /api', cursor: 5}, sources)[0]).toEqual({
			word: 'shop',
			title: 'namespace',
			rest: 'op',
			line: {text: 'po shop /api', cursor: 7},
		});
	});

	test('of ten thousand namespaces fifty are offered', () => {
		const namespaces = Array.from({length: 10_000}, (_, index) => `team-${index}`);
		expect(complete({text: 'po t', cursor: 4}, {...sources, namespaces}).length).toBe(50);
	});
});
