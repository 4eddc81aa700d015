import {expect, test} from 'vitest';
import {clockAheadOf} from '../../../src/kube/transport/clock-ahead.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

test.each([
	['the same second', 'Tue, 24 Nov 2026 12:00:00 GMT', 0, 40, 0],
	['two seconds are within what the header and the way can be wrong', 'Tue, 24 Nov 2026 12:00:02 GMT', 0, 40, 0],
	['ten minutes ahead', 'Tue, 24 Nov 2026 12:10:00 GMT', 0, 0, 600_500],
	['ten minutes behind', 'Tue, 24 Nov 2026 11:50:00 GMT', 0, 0, -599_500],
	['an answer that took eight seconds proves less', 'Tue, 24 Nov 2026 12:00:08 GMT', 0, 8000, 0],
	['no header', undefined, 0, 40, undefined],
	['nonsense', 'yesterday', 0, 40, undefined],
])('%s', (_, date, sentMs, answeredMs, expected) => {
	expect(clockAheadOf(date, NOON + sentMs, NOON + answeredMs)).toBe(expected);
});
