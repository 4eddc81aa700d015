import {defineConfig} from 'vitest/config';
import {root} from '../.build/root.ts';

// What the machine says about itself must not reach the program under test: Ink, for one, draws differently under CI.
delete process.env['CI'];
process.env['TZ'] = 'UTC';

/** For tests that wait for other processes: long enough for a busy machine, short enough to find a hang. */
const patience = {testTimeout: 60_000, hookTimeout: 60_000};

export default defineConfig({
	root,
	test: {
		env: {COLUMNS: '80', LINES: '24', FORCE_COLOR: '1'},
		reporters: ['default', './test/reporter.ts'],
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/headless/**', 'test/cluster/**'],
					pool: 'threads',
					isolate: false,
					sequence: {groupOrder: 0},
				},
			},
			{
				test: {
					...patience,
					name: 'terminal',
					include: ['test/headless/**/*.test.{ts,tsx}'],
					globalSetup: './.build/fresh.ts',
					fileParallelism: false,
					sequence: {groupOrder: 1},
				},
			},
			{
				test: {
					...patience,
					name: 'cluster',
					include: ['test/cluster/**/*.test.{ts,tsx}'],
					testTimeout: 180_000,
					hookTimeout: 180_000,
					fileParallelism: false,
					sequence: {groupOrder: 2},
				},
			},
		],
	},
});
