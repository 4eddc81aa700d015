import type {Evidence} from '../model/finding.ts';
import type {LoggedTrouble} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import type {Draft} from './contract.ts';
import {blamed, type DependencySaying} from './dependency-saying.ts';
import {changeInWords, evidenceOf, sinceOf} from './crash-words.ts';
import {rollBackFirst} from './roll-back.ts';
import {heardOf, readFrom, seenOn} from './evidence.ts';
import type {PodsSubject} from './subject.ts';
import {type Sufferer, type Suffering, sufferingsOf} from './sufferers.ts';
import {servingFindings} from './traffic/serving-findings.ts';

/** Who suffers, and from what: in its crashes, or while it serves. */
export type Said = Pick<Suffering, 'trouble' | 'dependency'> & {
	readonly sufferers: readonly [Pick<Sufferer, 'pod' | 'container'>, ...Pick<Sufferer, 'pod' | 'container'>[]];
};

/** Findings of containers that cannot do without what they do not reach, or complain of it while they serve; one for each dependency. */
export function* dependencyFindings(
	subject: PodsSubject,
	cluster: Cluster,
	categories: readonly LoggedTrouble['category'][],
	say: (suffering: Said) => DependencySaying,
): Generator<Draft> {
	const said = new Set<string>();
	for (const suffering of sufferingsOf(subject, cluster, categories)) {
		const {sufferers, trouble, dependency, opening, isHopeless} = suffering;
		const {words, because = [], next, isLasting = false, confidence} = say(suffering);
		const {coming} = dependency;
		said.add(dependency.label);
		const crashes = sufferers.flatMap(({crash}) => crash ?? []);
		yield {
			key: `${sufferers[0].container.name}/${trouble.category}/${dependency.label}`,
			verdict: coming ? 'progressing' : isLasting && isHopeless ? 'doomed' : 'struggling',
			confidence: confidence ?? (crashes.length > 0 ? 'certain' : 'likely'),
			title:
				coming === undefined
					? `${opening}: ${words}`
					: `${subject.who} wait for ${dependency.label}, which is ${coming === 'ready' ? 'ready by now' : 'starting'}`,
			because: [...because, dependency.proof, isLasting && !dependency.isGone ? changeInWords(subject) : '']
				.filter(text => text !== '')
				.join('; '),
			pods: [...new Set(sufferers.map(({pod}) => pod))],
			evidence:
				crashes.length > 0
					? evidenceOf(crashes, cluster)
					: sufferers.slice(0, 2).flatMap(one => evidenceOfWaiter(one, cluster)),
			next: coming
				? ['wait for the next start']
				: order(rollBackFirst(subject), next, isLasting && !dependency.isGone),
			since: crashes.length > 0 ? sinceOf(crashes, cluster.now) : startOf(sufferers),
			...(dependency.host !== '' && {blames: blamed(dependency)}),
		};
	}
	// Who does not start for it has the worse story.
	for (const one of servingFindings(subject, cluster, categories, say)) {
		if (![...said].some(label => one.key?.endsWith(`/${label}`))) yield one;
	}
}

/** Going back helps at once when the new settings are at fault; when the other side is down it only spares the old pods. */
function order(rollBack: readonly string[], next: readonly string[], isOfSettings: boolean): readonly string[] {
	return isOfSettings ? [...rollBack, ...next] : [...next, ...rollBack];
}

function evidenceOfWaiter({pod, container, words}: Sufferer, cluster: Cluster): readonly Evidence[] {
	const unhealthy = cluster.eventsOf(pod).findLast(({reason}) => reason === 'Unhealthy');
	return [
		readFrom(pod, container, words, words.trouble?.line ?? words.line),
		seenOn(
			pod,
			`${container.name} runs and is not ${container.role === 'init' ? 'done' : 'ready'}`,
			container.startedAt,
		),
		...(unhealthy === undefined ? [] : [heardOf(unhealthy, pod)]),
	];
}

function startOf(sufferers: readonly Sufferer[]): number {
	return Math.min(...sufferers.map(({container}) => container.startedAt));
}
