import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {root} from '../../.build/root.ts';
import {ambient} from './laws/ambient.ts';
import {cycles} from './laws/cycles.ts';
import {homes} from './laws/homes.ts';
import {layers, MAY_IMPORT} from './laws/layers.ts';
import {names} from './laws/names.ts';
import {reachable} from './laws/reachable.ts';
import {completeEntries} from './laws/shelves.ts';
import {silenced} from './laws/silenced.ts';
import {sizes} from './laws/sizes.ts';
import {strangers} from './laws/strangers.ts';
import {projectOf, readProject, type Law} from './project.ts';

const project = readProject(root);

interface Case {
	readonly law: Law;
	/** Broken once for each sentence of `says`; what is not in them is allowed. */
	readonly files: Readonly<Record<string, string>>;
	readonly topLevel?: readonly string[];
	readonly says: readonly string[];
}

const cases: readonly Case[] = [
	{
		law: layers,
		files: {
			'src/kinds/a.ts': `import type {Row} from '../model/row.ts'; import type {Fault} from '../kube/fault.ts';`,
			'src/sim/a.ts': `export {x} from '../model/row.ts'; export * from '../lib/clock.ts';`,
			'src/ui/a.ts': `import type {Session} from '../session/session.ts'; import {open} from '../session/session.ts';`,
			'src/session/a.ts': `type Server = import('../sim/server.ts').Server; import '../kube/list.ts';`,
			'src/cli/main.ts': `await import('../ui/app.ts'); import manifest from '../../package.json';`,
			'src/lib/a.ts': 'export const load = (path: string) => import(path);',
			'src/stray.ts': `import './lib/a.ts';`,
		},
		says: [
			'src/kinds/a.ts imports src/kube/fault.ts: kinds may not know kube',
			'src/sim/a.ts imports src/model/row.ts: sim may not know model',
			'src/ui/a.ts imports src/session/session.ts: ui may know only types of session',
			'src/session/a.ts imports src/sim/server.ts: session may not know sim',
			'src/cli/main.ts imports package.json: cli may not know package.json',
			'src/cli/main.ts imports src/ui/app.ts: cli may not know ui',
			'src/lib/a.ts imports a path that is only known at run time',
			'src/stray.ts is in no known layer',
		],
	},
	{
		law: cycles,
		files: {
			'src/lib/a.ts': `import {b} from './b.ts';`,
			'src/lib/b.ts': `export const load = () => import('./c.ts');`,
			'src/lib/c.ts': `export {a} from './a.ts';`,
			'src/lib/d.ts': `import type {E} from './e.ts';`,
			'src/lib/e.ts': `import {d} from './d.ts';`,
			'src/lib/f.ts': `import {type F} from './f.ts';`,
		},
		says: ['src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts', 'src/lib/f.ts → src/lib/f.ts'],
	},
	{
		law: strangers,
		files: {
			'src/kinds/entries/pod/index.ts': `import {defineKind} from '../../contract.ts'; import './project.ts';`,
			'src/kinds/entries/job/index.ts': `import type {x} from '../pod/project.ts';`,
			'src/modes/contract.ts': `import './demo/index.ts';`,
			'src/modes/demo/index.ts': `import '../contract.ts'; import {run} from '../dashboard/index.ts';`,
		},
		says: [
			'src/kinds/entries/job/index.ts imports src/kinds/entries/pod/project.ts: another entry of src/kinds/entries',
			'src/modes/demo/index.ts imports src/modes/dashboard/index.ts: another entry of src/modes',
		],
	},
	{
		law: homes,
		files: {
			'src/store/a.ts': `import type {ReactNode} from 'react';`,
			'src/model/a.ts': `import type {V1Pod} from '@kubernetes/client-node'; import {KubeConfig} from '@kubernetes/client-node';`,
			'src/modes/dashboard/index.ts': `import {render} from 'ink'; import {join} from 'node:path';`,
			'src/modes/demo/index.ts': `import {render} from 'ink';`,
			'src/session/a.ts': `import {createStore} from 'zustand/vanilla'; import {readFile} from 'node:fs/promises'; import 'fs'; import './b.ts';`,
			'src/kube/a.ts': `import http from 'node:http'; import {parse} from 'yaml'; import {setTimeout} from 'node:timers/promises';`,
			'src/kube/reflector/slice.ts': `import {setImmediate} from 'node:timers/promises';`,
			'src/lib/a.ts': `import constructor from 'constructor';`,
		},
		says: [
			'src/store/a.ts imports react, whose home is ui, modes/dashboard',
			'src/model/a.ts imports @kubernetes/client-node, whose home is kube',
			'src/modes/demo/index.ts imports ink, whose home is ui, modes/dashboard',
			'src/session/a.ts imports node:fs/promises, whose home is platform, kube, sim',
			'src/session/a.ts imports fs, which has no home',
			'src/kube/a.ts imports node:timers/promises, whose home is platform, kube/reflector/slice.ts, kube/log-tail/turns.ts',
			'src/lib/a.ts imports constructor, which has no home',
		],
	},
	{
		law: ambient,
		files: {
			'src/kube/a.ts':
				'// Date.now\nconst text = `${Date.now()} setTimeout`; const later = new Date(0); Date.UTC(2026);',
			'src/kube/b.ts':
				'const a = {setTimeout: 1, now: new Date()}; a.setTimeout; interface B {console: 1; fetch(): 1}',
			'src/kube/c.ts':
				'const {env} = process; export const time = {setTimeout}; AbortSignal.timeout(5); AbortSignal.any([]);',
			'src/kube/d.ts': 'export const roll = Math.random; Math.max(1, 2); class D {process() {} fetch = 1}',
			'src/kube/reflector/slice.ts': 'setImmediate(() => setTimeout(() => {}, 1));',
			'src/ui/e.tsx': '<Text process="a">console</Text>; globalThis.console.log();',
			'src/platform/a.ts': 'setInterval(() => console.log(process.pid), 1);',
			'src/cli/main.ts': 'process.exitCode = 1;',
		},
		says: [
			'src/kube/a.ts names Date.now: take it as an argument',
			'src/kube/b.ts names new Date(): take it as an argument',
			'src/kube/c.ts names setTimeout: take it as an argument',
			'src/kube/c.ts names AbortSignal.timeout: take it as an argument',
			'src/kube/c.ts names process: take it as an argument',
			'src/kube/d.ts names Math.random: take it as an argument',
			'src/kube/reflector/slice.ts names setTimeout: take it as an argument',
			'src/ui/e.tsx names globalThis: take it as an argument',
		],
	},
	{
		law: reachable,
		files: {
			'src/cli/main.ts': `import '../lib/a.ts'; import type {B} from '../lib/b.ts'; const c = () => import('../lib/c.ts'); import './gone.ts';`,
			'src/lib/a.ts': '',
			'src/lib/b.ts': '',
			'src/lib/c.ts': '',
			'src/lib/dead.ts': `import './a.ts';`,
			'src/kinds/entries/pod/examples.ts': `import '../../example.ts';`,
			'src/kinds/example.ts': '',
		},
		says: ['src/lib/dead.ts is not used by the program', 'src/cli/gone.ts is imported and not there'],
	},
	{
		law: sizes,
		files: {
			'src/lib/a.ts': '\n'.repeat(299) + '1\n',
			'src/lib/b.ts': '\n'.repeat(300) + '1\n',
			'src/kinds/index.ts': '// Generated from …' + '\n'.repeat(300) + '1\n',
			'src/kinds/entries/pod/examples.ts': '\n'.repeat(300) + '1\n',
			'test/lib/c.test.ts': '\n'.repeat(400) + '1\n',
		},
		says: ['src/lib/b.ts has 301 lines', 'test/lib/c.test.ts has 401 lines'],
	},
	{
		law: names,
		files: {
			'src/lib/utils.ts': '',
			'test/helpers/a.ts': '',
			'src/kube/log-manager.ts': '',
			'src/lib/utility-pole.ts': '',
		},
		topLevel: ['src', 'dist', '.build', 'docs'],
		says: [
			'src/lib/utils.ts is named after nothing',
			'test/helpers/a.ts is named after nothing',
			'src/kube/log-manager.ts is named after nothing',
			'docs does not belong at the top',
		],
	},
	{
		law: silenced,
		files: {
			'src/lib/a.ts': ['//', '@ts-ignore'].join(' '),
			'test/lib/a.test.ts': ['/*', 'oxlint-disable no-console */'].join(' '),
			'src/lib/b.ts': '// This is what eslint-disable is for.',
		},
		says: ['src/lib/a.ts says @ts-ignore', 'test/lib/a.test.ts says oxlint-disable'],
	},
	{
		law: completeEntries,
		files: {
			'src/kinds/entries/pod/index.ts': '',
			'src/kinds/entries/pod/examples.ts': '',
			'src/kinds/entries/job/project.ts': '',
			'src/modes/contract.ts': '',
			'src/modes/demo/index.ts': '',
			'src/modes/export/run.ts': '',
		},
		says: [
			'src/kinds/entries/job/index.ts is missing',
			'src/kinds/entries/job/examples.ts is missing',
			'src/modes/export/index.ts is missing',
		],
	},
];

describe.each(cases)('$law.title', ({law, files, topLevel, says}) => {
	test('this project keeps it', () => {
		expect(law.violations(project)).toEqual([]);
	});

	test('a planted violation is caught, and nothing beside it', () => {
		expect(law.violations(projectOf(files, topLevel)).toSorted()).toEqual(says.toSorted());
	});
});

test('the laws see the whole program', () => {
	const {modules, files} = project;
	expect(modules.length).toBeGreaterThan(150);
	expect(files.size).toBeGreaterThan(modules.length);
	expect(modules.flatMap(({imports}) => imports).length).toBeGreaterThan(modules.length);
});

test('src/ARCHITECTURE.md has a row for each layer that the law knows', () => {
	const map = readFileSync(join(root, 'src/ARCHITECTURE.md'), 'utf8');
	const rows = [...map.matchAll(/^\| `(\w+)` \|/gm)].map(([, layer]) => layer);
	expect(new Set(rows)).toEqual(new Set(Object.keys(MAY_IMPORT)));
});
