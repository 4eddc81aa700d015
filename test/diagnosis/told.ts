import {type Draft, defineRule, type Rule} from '../../src/diagnosis/contract.ts';
import {seenOn} from '../../src/diagnosis/evidence.ts';
import {aDeployment, aPod, aReplicaSet, type ApiObject, crashed} from '../../src/diagnosis/example.ts';

/** A rule that says what a test lets it say, and counts how often it is asked. */
export function ruleOf(
	id: string,
	fields: Partial<Omit<Rule, 'find' | 'about'>>,
	say: (pods: readonly {readonly name: string}[]) => readonly Partial<Draft>[] = () => [],
): Rule & {readonly asked: () => number} {
	let asked = 0;
	const rule = defineRule({
		id,
		title: 'a thing',
		why: 'Why.',
		remedy: 'What.',
		about: 'pods',
		reads: ['pod'],
		place: 'cause',
		...fields,
		*find(subject) {
			asked += 1;
			const pods = subject.pods.filter(({ready}) => !ready);
			if (pods.length === 0) return;
			for (const draft of say(pods))
				yield {
					verdict: 'struggling',
					confidence: 'certain',
					title: `Thing of ${id}`,
					pods,
					evidence: pods.map(pod => seenOn(pod, 'it shows')),
					next: [],
					...draft,
				};
		},
	});
	return {...rule, asked: () => asked};
}

/** A Deployment of three pods that serve. */
export const healthy = (app: string): readonly ApiObject[] => [
	aDeployment(app),
	aReplicaSet(app, 1),
	...['a', 'b', 'c'].map(suffix => aPod(app, 1, suffix)),
];
/** The same, one pod of which crashes. */
export const broken = (app: string): readonly ApiObject[] => [
	aDeployment(app),
	aReplicaSet(app, 1),
	aPod(app, 1, 'a', crashed(app, 1)),
	...['b', 'c'].map(suffix => aPod(app, 1, suffix)),
];
