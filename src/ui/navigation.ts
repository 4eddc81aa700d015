import {LOWER_PANES} from './home/layout.ts';
import {NO_HISTORY} from './prompt/command-history.ts';
import type {Page, PaneView, View} from './view.ts';

/** Enough for anyone who walks; the oldest page after the first is forgotten then. */
const PAGES_MAX = 50;

/** The home screen alone: how the program starts, and where `:home` leads. */
export function homeView(panes: readonly string[]): View {
	const page: Page = {
		key: 0,
		layout: 'home',
		panes: panes.map(id => ({id, argument: undefined})),
		focus: 0,
		zoomed: false,
		lower: LOWER_PANES[0],
	};
	return {pages: [page], nextKey: 1, history: NO_HISTORY, overlays: [], flash: undefined, visited: []};
}

/** A page on top of the others: the pane, and above it those that are only looked at. */
export function push(view: View, pane: PaneView, above: readonly PaneView[] = []): View {
	const panes = [...above, pane];
	const page: Page = {
		key: view.nextKey,
		layout: 'stacked',
		panes,
		focus: panes.length - 1,
		zoomed: false,
		lower: '',
	};
	const pages = [...view.pages, page];
	const kept = pages.length > PAGES_MAX ? [...pages.slice(0, 1), ...pages.slice(2)] : pages;
	return {...view, pages: kept, nextKey: view.nextKey + 1, overlays: [], flash: undefined};
}

/** Another page in the place of the shown one. */
export function replace(view: View, pane: PaneView): View {
	return push({...view, pages: view.pages.slice(0, -1)}, pane);
}

/** One page back. Undefined on the first page. */
export function back(view: View): View | undefined {
	if (view.pages.length < 2) return undefined;
	return {...view, pages: view.pages.slice(0, -1), overlays: [], flash: undefined};
}

/** Back to the first page. */
export function home(view: View): View {
	return {...view, pages: view.pages.slice(0, 1), overlays: [], flash: undefined};
}

/** Remembers that a namespace was looked at: the keys 1-9 lead back to it. */
export function visit(view: View, namespace: string): View {
	if (namespace === '' || view.visited.includes(namespace)) return view;
	return {...view, visited: [...view.visited, namespace].slice(0, 9)};
}

/** The namespaces behind the keys 1-9: those visited, in that order, then the others by name, the cluster's own last. */
export function favourites(view: View, names: Iterable<string>): readonly string[] {
	const rest = [...names]
		.filter(name => !view.visited.includes(name))
		.toSorted((a, b) => Number(a.startsWith('kube-')) - Number(b.startsWith('kube-')) || (a < b ? -1 : 1));
	return [...view.visited, ...rest].slice(0, 9);
}
