import {defineRule} from '../../contract.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {isControlPlane} from '../../scheduling/main-obstacle.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {afterwords} from '../../scheduling/refusal-words.ts';
import {type Repelling, repellingTaints} from '../../scheduling/repelling-taints.ts';
import {keptBy} from '../../scheduling/unplaced.ts';

export default defineRule({
	id: 'unschedulable-taint',
	title: 'nodes that are kept for others by a taint',
	why: 'Every node that would do carries a taint which the pods do not tolerate, so they wait for ever.',
	remedy: 'Add the toleration to the template, or take the taint from the node.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = keptBy(subject, cluster, 'taint');
		if (kept === undefined || !waitsTooLong(subject, cluster, kept, true)) return;
		const taints = repellingTaints(kept);
		const near = taints.flatMap(({near: one}) => one).slice(0, 1);
		yield {
			verdict: 'doomed',
			confidence: 'certain',
			title: titleOf(subject.who, taints),
			because: [
				...(near.length > 0 ? near : ['they have no toleration for it']),
				...taints.slice(0, 3).map(({words, nodes}) => `${words} is on ${nodes}`),
				...afterwords(kept),
			].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: [...rollBackFirst(subject), ...remediesOf(taints)],
		};
	},
});

function titleOf(who: string, taints: readonly Repelling[]): string {
	if (taints.length === 0) return `${who} find no node: all that would do are kept for others by taints`;
	// Nobody expects to get there.
	const names = taints.filter(({words}) => !isControlPlane(words)).map(({words}) => words);
	if (names.length === 0) return `${who} find no node: there are only nodes of the control plane, which have a taint`;
	return `${who} find no node: they do not tolerate ${names.length === 1 ? 'taint' : 'taints'} ${listed(names, 2)}`;
}

function remediesOf([first]: readonly Repelling[]): readonly string[] {
	if (first === undefined) return ['add a toleration to the template'];
	const {key, value, effect} = first.taint;
	const toleration = `key ${key}${value === '' ? ', operator Exists' : `, value ${value}`}${effect === '' ? '' : `, effect ${effect}`}`;
	return [
		`if they belong there, add a toleration: ${toleration}`,
		`or take the taint away: kubectl taint node NODE ${key}-`,
	];
}
