import type {ObjectRef} from '../../../model/finding.ts';
import type {Happening} from '../../../services/happening.ts';
import {defineTablePane, type Go, type PaneInput} from '../../contract.ts';
import {openObject} from '../../open/object.ts';
import {openRollout} from '../../open/service.ts';
import {timelineColumns} from './columns.ts';
import {stripLine} from './strip-line.ts';

/** Of a page: whose timeline; without an object that of everything. Without an argument the pane follows the home screen. */
export interface TimelineArgument {
	readonly object: ObjectRef | undefined;
}

/** What happened, the newest last: rollouts, scale, restarts, warnings, readiness, settings, findings, and where sight ends. */
export default defineTablePane<Happening>({
	id: 'timeline',
	shape: 'table',
	title: input => {
		const name = nameOf(input);
		return name === undefined ? 'timeline' : `timeline of ${name}`;
	},
	rule: (input, width, focused, theme) => stripLine(input, 'timeline', width, focused, theme),
	kinds: () => ['event'],
	rows: input => {
		const object = (input.argument as TimelineArgument | undefined)?.object;
		return input.session.join.happenings(scopeOf(input), object?.namespace === '' ? object.name : undefined);
	},
	wholeKind: () => undefined,
	columns: (_, {offsetMs}) => timelineColumns(offsetMs),
	sortedBy: () => undefined,
	worstFirst: () => false,
	follows: true,
	mark: ({mark}) => mark,
	enter,
	object: ({object}) => object,
	empty: input =>
		`nothing has happened${nameOf(input) === undefined ? '' : ` to ${nameOf(input)}`} as far as is known`,
});

function scopeOf({argument, service}: PaneInput): string | undefined {
	return argument === undefined ? service : (argument as TimelineArgument).object?.uid;
}

function nameOf(input: PaneInput): string | undefined {
	const {argument, service, world} = input;
	if (argument !== undefined) return (argument as TimelineArgument).object?.name;
	return world.services.find(({uid}) => uid === service)?.name;
}

function enter({what, object}: Happening, input: PaneInput): Go {
	switch (what) {
		case 'gap':
			return {to: 'nothing', because: 'of what happened before, each object tells only what was last'};
		case 'finding':
			return {to: 'pane', pane: {id: 'why', argument: {object}}};
		case 'rollout':
			return openRollout(object, input) ?? openObject(object, input.world);
		default:
			return openObject(object, input.world);
	}
}
