import {nameOf} from '../finding/words.ts';
import type {Command, Desk} from '../desk.ts';
import {refOf} from '../open/object.ts';
import {rolloutPage, serviceOf} from '../open/service.ts';
import {goToDatabase} from './database.ts';
import {goToRequests, goToTiming} from './requests.ts';
import type {ServiceRow} from '../../services/service-row.ts';

/** From what is under the cursor to what is known of it: its rollout, its timeline. */
export const watchCommands = {
	rollout: desk => sayWhyNot(desk, goToWatch(desk, 'rollout', undefined)),
	timeline: desk => {
		const object = desk.walked?.object;
		if (object === undefined)
			desk.say('there is nothing under the cursor: `:timeline` tells of everything', 'muted');
		else desk.go({to: 'pane', pane: {id: 'timeline', argument: {object}}});
	},
} satisfies Record<string, Command>;

/**
 * As typed after `:`: of the service with that name, or without a name of all; a rollout, and requests, are those of the
 * service under the cursor, and of databases the one that is worst off.
 * Returns the sentence that says why not, else undefined.
 */
export function goToWatch(
	desk: Desk,
	to: 'databases' | 'findings' | 'requests' | 'rollout' | 'timeline' | 'timing',
	name: string | undefined,
): string | undefined {
	const named =
		name === undefined ? undefined : desk.session.world.getState().services.find(one => one.name === name);
	if (name !== undefined && named === undefined) return `there is no service ${name} here`;
	switch (to) {
		case 'findings':
			if (named === undefined) desk.go({to: 'pane', pane: {id: 'findings', argument: undefined}});
			else desk.go({to: 'pane', pane: {id: 'why', argument: {object: refOf(named)}}});
			return undefined;
		case 'timeline':
			desk.go({to: 'pane', pane: {id: 'timeline', argument: {object: named && refOf(named)}}});
			return undefined;
		case 'requests':
			return goToRequests(desk, named);
		case 'databases':
			return goToDatabase(desk, named);
		case 'timing':
			return goToTiming(desk, named);
		case 'rollout':
			return goToRollout(desk, named);
	}
}

function goToRollout(desk: Desk, named: ServiceRow | undefined): string | undefined {
	const object = desk.walked?.object;
	const service =
		named ?? (object && serviceOf(object, {world: desk.session.world.getState(), session: desk.session}));
	if (service !== undefined) {
		desk.go(rolloutPage(service));
		return undefined;
	}
	return object === undefined
		? 'there is no service under the cursor: `:rollout NAME`'
		: `${nameOf(object)} belongs to no service: \`:rollout NAME\``;
}

function sayWhyNot(desk: Desk, problem: string | undefined): void {
	if (problem !== undefined) desk.say(problem, 'muted');
}
