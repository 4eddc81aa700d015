import {expect, test} from 'vitest';
import {createRig, errorEvent, listOf} from './rig.ts';
import {openEnd, type Reply} from './scripted-transport.ts';

test('it is one trouble from the first fault to the first news, however it is tried in vain', async () => {
	const script: readonly Reply[] = [
		{kind: 'timeout', message: 'silent'},
		{kind: 'refused', message: 'refused'},
		'<no list>',
		listOf(['a']),
		errorEvent(500, 'again'),
		openEnd(),
	];
	const waits = [
		[400, 'silent'],
		[800, 'refused'],
		[1600, 'The answer is no list, or ends in the middle.'],
		[3200, 'again'],
	] as const;
	const rig = createRig(script);
	const start = rig.clock.now();
	const began: (number | undefined)[] = [];
	for (const [delayMs, words] of waits) {
		await rig.heard(`waiting ${delayMs} ms: ${words}`);
		const {state} = rig.reflector;
		began.push(state.phase === 'waiting' ? state.since - start : undefined);
		await rig.advance(delayMs);
	}
	await rig.heard('watching from 10', 2);
	rig.reflector.stop();
	expect(began).toEqual([0, 0, 0, 2800]);
});
