import {maskCredentials} from '../../../lib/mask.ts';
import type {Evidence} from '../../../model/finding.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule, type Draft} from '../../contract.ts';
import {specOf} from '../../crash-words.ts';
import {readFrom, seenOn} from '../../evidence.ts';
import {oneLine} from '../../phrases.ts';
import type {PodsSubject} from '../../subject.ts';
import {awaitedBy} from './awaited.ts';
import {hasOneSong, type Waiter, waitersOf} from './waiters.ts';

/** What is made together with it is there by then. */
const SIBLING_MS = 30_000;

/** Who says nothing but that it waits is at no work. */
const SONG_MS = 90_000;

/** Migrations take a while. */
const LONG_MS = 2 * 60_000;

/** Kubernetes' own patience with a rollout, where it has none of its own. */
const TOO_LONG_MS = 10 * 60_000;

export default defineRule({
	id: 'init-container-waiting',
	title: 'an init container that waits for what is not there, or runs for a long time',
	why: 'The containers of the pod wait for it; often it waits itself, for a database or a migration.',
	remedy: 'Read its log: it may be at work, or wait for what does not come.',
	about: 'pods',
	reads: ['pod', 'log', 'workload', 'service'],
	place: 'failure',
	*find(subject, cluster) {
		for (const [name, waiters] of waitersOf(subject)) {
			const since = Math.min(...waiters.map(({container}) => container.startedAt));
			const draft = sayingOf(subject, name, waiters[0], since, cluster);
			if (draft === undefined) continue;
			yield {
				key: name,
				pods: waiters.map(({pod}) => pod),
				evidence: waiters.slice(0, 2).flatMap(waiter => evidenceOf(waiter, cluster)),
				since,
				...draft,
			};
		}
	},
});

type Saying = Pick<Draft, 'verdict' | 'confidence' | 'title' | 'because' | 'next' | 'blames'>;

function sayingOf(
	subject: PodsSubject,
	name: string,
	waiter: Waiter,
	since: number,
	cluster: Cluster,
): Saying | undefined {
	const lastsMs = cluster.now - since;
	const deadlineAt = subject.service?.rollout.deadlineAt ?? Infinity;
	for (const wait of [SIBLING_MS, SONG_MS, LONG_MS, TOO_LONG_MS]) subject.lookAgainAt(since + wait);
	if (deadlineAt !== Infinity) subject.lookAgainAt(deadlineAt);
	const awaited = lastsMs < SIBLING_MS ? undefined : awaitedBy(waiter, since, cluster);
	if (awaited !== undefined) {
		const {label, proof, host, port, isMissing} = awaited;
		return {
			verdict: 'struggling',
			confidence: 'likely',
			title: `${subject.who} wait in init container ${name} for ${label}`,
			because: proof,
			next: [
				isMissing ? `create Service ${host}, or correct the name in init container ${name}` : `look at ${host}`,
				`read the log of init container ${name}`,
			],
			blames: {host, port},
		};
	}
	const isLate = lastsMs >= TOO_LONG_MS || cluster.now >= deadlineAt;
	const sings = lastsMs >= SONG_MS && hasOneSong(waiter, cluster);
	if (lastsMs < LONG_MS && !sings) return undefined;
	return {
		verdict: isLate || sings ? 'struggling' : 'info',
		confidence: 'certain',
		title: `${subject.who} wait for init container ${name}, which is still running`,
		because: isLate ? 'it takes longer than a rollout may' : sings ? 'it says the same again and again' : '',
		next: [`read the log of init container ${name}`],
	};
}

function evidenceOf({pod, container}: Waiter, cluster: Cluster): readonly Evidence[] {
	const words = cluster.lastWordsOf(pod, container);
	const said = words === undefined || words.line === '' ? [] : [readFrom(pod, container, words, words.line)];
	const spec = specOf(pod, container);
	const command = oneLine(maskCredentials([...(spec?.command ?? []), ...(spec?.args ?? [])].join(' ')), 120);
	const running = `init container ${container.name} is running`;
	return [...said, seenOn(pod, command === '' ? running : `${running}: ${command}`, container.startedAt)];
}
