import type {Reporter, TestCase, TestModule} from 'vitest/node';
import {closingLine, type Tally} from '../.build/tally.ts';

/**
 * Ends a run with `N passed, N failed` alone on the last line. Under `.build/check.ts`, which has more to count than
 * tests, it hands the numbers over instead.
 */
export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const tally = countAll(modules, unhandledErrors.length);
		if (tally.failed > 0) process.exitCode = 1;
		if (process.send) process.send(tally);
		else process.stdout.write(`${closingLine(tally)}\n`);
	}
}

/** Beside failed tests, everything counts as failed that kept tests from running: a run without tests, too. */
export function countAll(modules: readonly TestModule[], unhandledErrors: number): Tally {
	const tests = modules.flatMap(module => [...module.children.allTests()]);
	const suites = modules.flatMap(module => [...module.children.allSuites()]);
	const broken = [...modules, ...suites].flatMap(collection => collection.errors()).length;
	const count = (state: ReturnType<TestCase['result']>['state']): number =>
		tests.filter(test => test.result().state === state).length;
	// A test is still pending when its worker died.
	const failed = count('failed') + count('pending') + broken + unhandledErrors;
	return {
		passed: count('passed'),
		failed: tests.length === 0 ? Math.max(1, failed) : failed,
		skipped: count('skipped'),
	};
}
