import {expect, test} from 'vitest';
import {defineRule} from '../../src/diagnosis/contract.ts';
import {aDeployment, anEvent, anObject, aPod, aReplicaSet, NOON} from '../../src/diagnosis/example.ts';
import {aNode} from '../../src/diagnosis/example-nodes.ts';
import {createDiagnosis} from '../support/diagnose.ts';

const now = Date.parse(NOON);

test('an event about a node is found by its name: kubelets write that where the uid belongs', () => {
	const heard: string[][] = [];
	const rule = defineRule({
		id: 'listener',
		title: 'a listener',
		why: 'Why.',
		remedy: 'What.',
		about: 'node',
		reads: ['event'],
		place: 'cause',
		find({events}) {
			heard.push(events.map(({reason}) => reason));
			return [];
		},
	});
	const diagnosis = createDiagnosis([rule]);
	const node = aNode('node-1');
	const event = anEvent(node, 'SystemOOM', 'System OOM encountered', {
		involvedObject: {uid: 'node-1'},
		metadata: {namespace: 'default'},
	});
	diagnosis.show([node], now);
	diagnosis.show([node, event], now);
	expect(heard).toEqual([[], ['SystemOOM']]);
});

test('an event about a claim is news for the pods of its namespace', () => {
	let asked = 0;
	const rule = defineRule({
		id: 'listener',
		title: 'a listener',
		why: 'Why.',
		remedy: 'What.',
		about: 'pods',
		reads: ['claim'],
		place: 'cause',
		find() {
			asked += 1;
			return [];
		},
	});
	const diagnosis = createDiagnosis([rule]);
	const claim = anObject('v1', 'PersistentVolumeClaim', 'data', {status: {phase: 'Pending'}});
	const objects = [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a'), claim];
	diagnosis.show(objects, now);
	const before = asked;
	diagnosis.show([...objects, anEvent(claim, 'ProvisioningFailed', 'no')], now);
	expect(asked).toBe(before + 1);
});
