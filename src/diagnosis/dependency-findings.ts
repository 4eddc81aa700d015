import type {Confidence, Evidence} from '../model/finding.ts';
import type {LoggedTrouble} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import type {Draft} from './contract.ts';
import type {Dependency} from './dependency.ts';
import {changeInWords, evidenceOf, sinceOf} from './crash-words.ts';
import {rollBackFirst} from './roll-back.ts';
import {heardOf, readFrom, seenOn} from './evidence.ts';
import type {PodsSubject} from './subject.ts';
import {type Sufferer, type Suffering, sufferingsOf} from './sufferers.ts';

/** What a rule says of one trouble with one dependency. */
export interface DependencySaying {
	/** The end of the title: `PostgreSQL at postgres:5432 refuses connections`. */
	readonly words: string;
	/** Proofs before that of what stands behind the host. */
	readonly because?: readonly string[];
	readonly next: readonly string[];
	/** It does not get well before somebody changes something: a password stays wrong. Then dying of it again and again is doomed. */
	readonly isLasting?: boolean;
	readonly confidence?: Confidence;
}

/** Findings of containers that cannot do without what they do not reach, one for each dependency. */
export function* dependencyFindings(
	subject: PodsSubject,
	cluster: Cluster,
	categories: readonly LoggedTrouble['category'][],
	say: (suffering: Suffering) => DependencySaying,
): Generator<Draft> {
	for (const suffering of sufferingsOf(subject, cluster, categories)) {
		const {sufferers, trouble, dependency, opening, isHopeless} = suffering;
		const {words, because = [], next, isLasting = false, confidence} = say(suffering);
		const {coming} = dependency;
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
}

/** Going back helps at once when the new settings are at fault; when the other side is down it only spares the old pods. */
function order(rollBack: readonly string[], next: readonly string[], isOfSettings: boolean): readonly string[] {
	return isOfSettings ? [...rollBack, ...next] : [...next, ...rollBack];
}

function blamed({host, port, service}: Dependency): Draft['blames'] {
	return {host: service === undefined ? host : `${service.name}.${service.namespace}`, port};
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
