import type {Item, PaneInput} from '../../contract.ts';
import {formatAge} from '../../../lib/age.ts';
import {summarize} from '../../../services/summary.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {wrap} from '../../../terminal/wrap.ts';
import {nameOf} from '../../finding/words.ts';
import {blindness} from '../../finding/blindness.ts';
import {openRollout} from '../../open/service.ts';
import {whyNothing} from '../../why-nothing.ts';
import type {Theme} from '../../theme/theme.ts';
import type {Subject} from './subject.ts';

/** Said when nothing is wrong: that it is so, what is watched, and what cannot be seen. */
export function quietItems(subject: Subject, input: PaneInput, width: number, theme: Theme): readonly Item[] {
	const {service, over} = subject;
	const ended = over === undefined ? '' : `over: ${over} · `;
	const words = `${ended}${service === undefined ? wordsOfAll(subject, input) : wordsOfService(service, input)}`;
	const lines = wrap(`${words} · ${watched(input)}`, width, input.alone ? PAGE_LINES_MAX : QUIET_LINES_MAX);
	const quiet: Item = {
		id: 'quiet',
		mark: service?.mark === 'progressing' ? 'progressing' : undefined,
		lines: lines.map(text => [{text, style: theme.tones.muted}]),
		open: (service && openRollout(service, input)) ?? {
			to: 'nothing',
			because: 'nothing is wrong, so nothing opens here',
		},
		object: service,
	};
	return [quiet, ...elsewhereItems(subject, input, width, theme)];
}

/** Rules that threw are left out, and this says which: the others go on. */
export function brokenItems(input: PaneInput, width: number, theme: Theme): readonly Item[] {
	return [...input.session.engine.broken].map(([rule, message]) => ({
		id: `broken/${rule}`,
		mark: 'unknown' as const,
		lines: wrap(`the rule ${rule} failed and is left out: ${message}`, width, input.alone ? 4 : 1).map(text => [
			{text, style: theme.tones.muted},
		]),
		open: {to: 'nothing', because: `the rule ${rule} is broken: the other rules are not`} as const,
		object: undefined,
	}));
}

/** A quiet line is no essay; the rest is read where it has the screen to itself. */
const QUIET_LINES_MAX = 2;
const PAGE_LINES_MAX = 8;

function wordsOfService(service: ServiceRow, {world, session, facts}: PaneInput): string {
	const {workload, rollout, mark, state} = service;
	if (world.connection.phase === 'listing') return 'still reading the cluster';
	if (mark === 'unknown') return `cannot say how it is: ${state}`;
	if (mark === 'progressing') {
		const left =
			rollout.deadlineAt === undefined ? '' : ` · ${formatAge(rollout.deadlineAt - world.now)} to its deadline`;
		return `${isAtPeace(service, session) ? 'nothing is wrong so far' : 'no cause is known so far'}: ${state}${left}`;
	}
	if (workload.wanted === 0) return `nothing is wrong: ${state === '' ? 'no pods are wanted' : state}`;
	const {count, atLeast} = facts.restartsOf(service);
	const restarts =
		count === 0 ? 'no restarts' : `${atLeast ? 'at least ' : ''}${count} ${count === 1 ? 'restart' : 'restarts'}`;
	return `nothing is wrong: ${workload.ready} of ${workload.wanted} ${workload.wanted === 1 ? 'pod' : 'pods'} ready, ${restarts} in 10 minutes`;
}

/** What its pods and its status show is no trouble, seen without the verdict. */
function isAtPeace({uid}: ServiceRow, {join}: PaneInput['session']): boolean {
	return join.service(uid)?.mark !== 'struggling';
}

function wordsOfAll({object}: Subject, {world}: PaneInput): string {
	const {connection, services} = world;
	if (object !== undefined) return `nothing is wrong with ${nameOf(object)}`;
	if (connection.phase === 'connecting' || connection.phase === 'listing') return 'still reading the cluster';
	const unknown = whyNothing(world, SERVICE_KINDS, 'the services');
	if (unknown !== undefined) return `nothing can be said: ${unknown}`;
	if (services.length === 0) return 'there is nothing to be wrong: no services';
	const {ready, wanted} = summarize(services);
	return `nothing is wrong: ${services.length} ${services.length === 1 ? 'service' : 'services'}, ${ready} of ${wanted} ${wanted === 1 ? 'pod' : 'pods'} ready`;
}

/** What services are made of: while one of these is not listed, nobody can say that all is well. */
const SERVICE_KINDS = ['deployment', 'statefulset', 'daemonset', 'pod'] as const;

/** What the verdict rests on, and what it cannot rest on. */
function watched({world}: PaneInput): string {
	const sees = (kind: string): boolean =>
		world.collections[kind]?.complete === true && world.collections[kind].state.phase !== 'waiting';
	const usage = world.usage.state.phase === 'fresh' ? ['usage'] : [];
	const kinds = [sees('pod') ? 'pods' : '', sees('event') ? 'events' : '', ...usage, 'logs'];
	const blind = blindness(world);
	const unseen = blind.length === 0 ? '' : ` · missing: ${blind.join(', ')}`;
	return `watched: ${kinds.filter(kind => kind !== '').join(', ')}${unseen}`;
}

/** The worst finding of the others, when the service that was chosen has none. */
function elsewhereItems({object}: Subject, {world, argument}: PaneInput, width: number, theme: Theme): readonly Item[] {
	const [worst, ...others] = world.findings;
	if (worst === undefined || argument !== undefined || object === undefined) return [];
	const more = others.length === 0 ? '' : ` · ${others.length} more: \`:findings\``;
	const [line = ''] = wrap(`elsewhere: ${nameOf(worst.object)}: ${worst.title}${more}`, width, 1);
	return [
		{
			id: 'elsewhere',
			mark: undefined,
			lines: [[{text: line, style: theme.tones.muted}]],
			open: {to: 'pane', pane: {id: 'why', argument: {object: worst.object}}},
			object: worst.object,
		},
	];
}
