import type {ObjectRef} from '../../model/finding.ts';
import type {Go} from '../contract.ts';
import type {Command, Desk} from '../desk.ts';
import {nameOf} from '../finding/words.ts';
import {requestsPage, type RequestsArgument, timingPage} from '../open/requests.ts';
import {serviceOf} from '../open/service.ts';
import {nextWindow} from '../requests/window.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import {pageOf, withPage} from '../view.ts';

/** The requests of what is under the cursor; on their page, over another time. */
export const requestCommands = {
	requests: desk => {
		if (turnWindow(desk)) return;
		const problem = goToRequests(desk, undefined);
		if (problem !== undefined) desk.say(problem, 'muted');
	},
} satisfies Record<string, Command>;

/** The page of the routes of a service, or of the one under the cursor. Returns the sentence that says why not, else undefined. */
export function goToRequests(desk: Desk, named: ServiceRow | undefined): string | undefined {
	return goToPage(desk, named, requestsPage, ':requests NAME');
}

/** The page of what makes its log tell how long requests take. */
export function goToTiming(desk: Desk, named: ServiceRow | undefined): string | undefined {
	return goToPage(desk, named, timingPage, ':timing NAME');
}

function goToPage(
	desk: Desk,
	named: ServiceRow | undefined,
	page: (service: ObjectRef) => Go,
	command: string,
): string | undefined {
	const {session, walked} = desk;
	const object = walked?.object;
	const service = named ?? (object && serviceOf(object, {world: session.world.getState(), session}));
	if (service !== undefined) {
		desk.go(page(service));
		return undefined;
	}
	return object === undefined
		? `there is no service under the cursor: \`${command}\``
		: `${nameOf(object)} belongs to no service: \`${command}\``;
}

/** All panes of such a page show the same time. False on every other page. */
function turnWindow(desk: Desk): boolean {
	const {panes, focus} = pageOf(desk.view);
	const shown = panes[focus];
	if (shown === undefined || !WINDOWED.has(shown.id)) return false;
	const window = nextWindow((shown.argument as RequestsArgument).window);
	const turned = panes.map(pane => ({...pane, argument: {...(pane.argument as RequestsArgument), window}}));
	desk.show(withPage(desk.view, {panes: turned}));
	return true;
}

const WINDOWED: ReadonlySet<string> = new Set(['routes', 'route-requests']);
