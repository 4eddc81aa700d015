import {kinds} from '../../kinds/index.ts';
import type {Command, Desk} from '../desk.ts';
import {home, push} from '../navigation.ts';
import {openDialog} from './open-dialog.ts';
import {currentCommand, remember, step, toggle, type CommandHistory} from '../prompt/command-history.ts';
import {complete} from '../prompt/complete.ts';
import {EMPTY_LINE} from '../prompt/line-edit.ts';
import {parseCommand, type ListCommand} from '../prompt/parse-command.ts';
import type {Sources} from '../prompt/words.ts';
import {rowsOf} from '../rows.ts';
import {goToWatch} from './watch.ts';
import type {LineEdit, Overlay} from '../view.ts';

/** What is typed after `:` and `/`. */
export const promptCommands = {
	command: desk => open(desk, {id: 'command', line: EMPTY_LINE}),
	filter: desk => {
		const before = desk.table?.filter;
		if (before === undefined) desk.say('this pane has nothing to filter');
		else open(desk, {id: 'filter', line: {text: before, cursor: before.length}, before});
	},
	'filter-log': desk => {
		const before = desk.log?.filter ?? '';
		open(desk, {id: 'filter', line: {text: before, cursor: before.length}, before});
	},
	'search-text': desk => open(desk, {id: 'search', line: EMPTY_LINE, before: desk.document?.search ?? ''}),
	accept,
	cancel: desk => {
		const prompt = promptOf(desk);
		if (prompt !== undefined && prompt.id !== 'command') edit(desk, {text: prompt.before, cursor: 0});
		closeTop(desk);
	},
	complete: desk => {
		const prompt = promptOf(desk);
		if (prompt?.id !== 'command') return;
		const [first] = complete(prompt.line, sourcesOf(desk));
		if (first !== undefined) edit(desk, first.line);
	},
	'history-back': desk => walk(desk, step(desk.view.history, -1)),
	'history-forward': desk => walk(desk, step(desk.view.history, 1)),
	'history-last': desk => walk(desk, toggle(desk.view.history)),
} satisfies Record<string, Command>;

/** What a command may name, as the cluster has it now. */
export function sourcesOf({session, contexts}: Pick<Desk, 'session' | 'contexts'>): Sources {
	const world = session.world.getState();
	const namespaces = [...rowsOf(world, 'namespace').values()].map(({name}) => name).toSorted();
	return {kinds, namespaces, contexts, services: [...new Set(world.services.map(({name}) => name))]};
}

/** The prompt that is open, if one is. */
export function promptOf({view}: Pick<Desk, 'view'>): Extract<Overlay, {line: LineEdit}> | undefined {
	const top = view.overlays.at(-1);
	return top?.id === 'command' || top?.id === 'filter' || top?.id === 'search' ? top : undefined;
}

/** The line in the open prompt changes; a filter and a search work while they are typed. */
export function edit(desk: Desk, line: LineEdit): void {
	const prompt = promptOf(desk);
	if (prompt === undefined) return;
	const below = desk.view.overlays.slice(0, -1);
	const found = prompt.id === 'search' ? below.map(overlay => searched(overlay, line.text)) : below;
	desk.show({...desk.view, overlays: [...found, {...prompt, line}]});
	if (prompt.id === 'filter') (desk.table ?? desk.log)?.setFilter(line.text);
	// What lies on a text is searched itself.
	if (prompt.id === 'search' && below.length === 0) desk.document?.seek(line.text);
}

function searched(overlay: Overlay, search: string): Overlay {
	return overlay.id === 'help' ? {...overlay, offset: 0, search} : overlay;
}

/** Does what a command says, as if typed after `:`. Returns the sentence that says why not, else undefined. */
export function runCommand(desk: Desk, text: string): string | undefined {
	const command = parseCommand(text, sourcesOf(desk));
	if ('problem' in command) return command.problem;
	switch (command.to) {
		case 'list':
			goToList(desk, command);
			return undefined;
		case 'contexts':
			desk.go({
				to: 'pane',
				pane: {id: 'contexts', argument: undefined, at: desk.session.world.getState().contextName},
			});
			return undefined;
		case 'databases':
		case 'findings':
		case 'requests':
		case 'rollout':
		case 'timeline':
		case 'timing':
			return goToWatch(desk, command.to, 'service' in command ? command.service : undefined);
		case 'help':
			openDialog(desk, {id: 'help', offset: 0, search: ''});
			return undefined;
		case 'home':
			desk.show(home(desk.view));
			return undefined;
		case 'quit':
			desk.quit();
			return undefined;
		default:
			desk.go(command);
			return undefined;
	}
}

function goToList(desk: Desk, {kind, namespace, filter, labels, context}: ListCommand): void {
	const narrowed = labels === undefined ? filter : `-l ${labels}`;
	const show = (): void => {
		if (namespace !== undefined) desk.go({to: 'namespace', namespace});
		desk.show(push(desk.view, {id: 'table', argument: {kind}}));
		if (narrowed !== undefined) desk.table?.setFilter(narrowed);
	};
	if (context === undefined) show();
	else desk.go({to: 'context', context, afterwards: show});
}

function accept(desk: Desk): void {
	const prompt = promptOf(desk);
	closeTop(desk);
	if (prompt?.id !== 'command' || prompt.line.text.trim() === '') return;
	const problem = runCommand(desk, prompt.line.text);
	if (problem !== undefined) desk.say(problem);
	else desk.show({...desk.view, history: remember(desk.view.history, prompt.line.text.trim())});
}

function walk(desk: Desk, history: CommandHistory): void {
	const command = currentCommand(history);
	if (history === desk.view.history || command === undefined) {
		desk.say('there is no other command yet');
		return;
	}
	const problem = runCommand(desk, command);
	desk.show({...desk.view, history});
	if (problem !== undefined) desk.say(problem);
}

function open(desk: Desk, overlay: Overlay): void {
	desk.show({...desk.view, overlays: [...desk.view.overlays, overlay]});
}

function closeTop(desk: Desk): void {
	desk.show({...desk.view, overlays: desk.view.overlays.slice(0, -1)});
}
