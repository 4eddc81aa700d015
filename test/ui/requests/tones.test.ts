import {expect, test} from 'vitest';
import {durationTone, errorTone, markOfFigures} from '../../../src/ui/requests/tones.ts';
import {about, figuresOf} from '../../support/traffic.ts';

test.each([
	[undefined, undefined],
	[12, undefined],
	[500, undefined],
	[501, 'struggling'],
	[30_000, 'struggling'],
])('a p95 of %s ms is %s', (p95Ms, tone) => {
	expect(durationTone(p95Ms)).toBe(tone);
});

test.each([
	[undefined, undefined],
	[0, 'muted'],
	[0.004, undefined],
	[0.01, undefined],
	[0.011, 'struggling'],
	[0.049, 'struggling'],
	[0.05, 'doomed'],
	[1, 'doomed'],
])('a share of %s that fails is %s', (share, tone) => {
	expect(errorTone(share)).toBe(tone);
});

test.each([
	['all is well', figuresOf(about(12, 100)), 'healthy'],
	['nothing is known', figuresOf([]), 'healthy'],
	['slow', figuresOf(about(900, 100)), 'struggling'],
	['one in a hundred is slow', figuresOf([...about(12, 99), 4000]), 'healthy'],
	['some fail', figuresOf(about(12, 100), {serverErrors: 2}), 'struggling'],
	['many fail, and it is slow', figuresOf(about(900, 100), {serverErrors: 40}), 'doomed'],
])('a route of which %s', (_, figures, mark) => {
	expect(markOfFigures(figures)).toBe(mark);
});
