import type {Binding} from '../keymap/binding.ts';

/**
 * All keys, in one table: dispatch, footer, help and README are made from it. The meanings are those of k9s where k9s
 * has the key. Scopes: `page` holds on every page, `table` where rows have a cursor, `home` on the home screen,
 * `prompt` while something is typed, `help` and `quit` in those dialogs.
 */
export const BINDINGS = [
	{id: 'open', chords: ['enter'], title: 'open what is below: pods, containers', hint: 'open', hintRank: 1, group: 'Go', scope: ['table']},
	{id: 'back', chords: ['esc'], title: 'clear the filter, else back', group: 'Go', scope: ['page']},
	{id: 'back-or-quit', chords: ['q'], title: 'back; on the first screen: quit', group: 'Go', scope: ['page']},
	{id: 'command', chords: [':'], title: 'go to a list, a namespace, a context', hint: 'go to', hintRank: 3, group: 'Go', scope: ['page']},
	{id: 'quit-now', chords: ['ctrl+c'], title: 'quit', group: 'Go', scope: ['page', 'help']},
	{id: 'help', chords: ['?'], title: 'the keys of this view', hint: 'keys', hintRank: 9, group: 'Go', scope: ['page']},
	{id: 'history-back', chords: ['['], title: 'the command before, as in a browser', group: 'Go', scope: ['page']},
	{id: 'history-forward', chords: [']'], title: 'the command after', group: 'Go', scope: ['page']},
	{id: 'history-last', chords: ['-'], title: 'the command before, and back again', group: 'Go', scope: ['page']},

	{id: 'down', chords: ['down', 'j'], title: 'down', group: 'Move', scope: ['table']},
	{id: 'up', chords: ['up', 'k'], title: 'up', group: 'Move', scope: ['table']},
	{id: 'page-down', chords: ['pagedown', 'ctrl+f'], title: 'a page down', group: 'Move', scope: ['table']},
	{id: 'page-up', chords: ['pageup', 'ctrl+b'], title: 'a page up', group: 'Move', scope: ['table']},
	{id: 'first', chords: ['g', 'home'], title: 'to the first', group: 'Move', scope: ['table']},
	{id: 'last', chords: ['G', 'end'], title: 'to the last', group: 'Move', scope: ['table']},

	{id: 'filter', chords: ['/'], title: 'filter: regex, !not, -f fuzzy, -l label=value', hint: 'filter', hintRank: 2, group: 'Show', scope: ['table']},
	{id: 'faults', chords: ['ctrl+z'], title: 'only what is not well', group: 'Show', scope: ['table']},
	{id: 'wide', chords: ['ctrl+w'], title: 'more columns', group: 'Show', scope: ['table']},
	{id: 'refresh', chords: ['ctrl+r'], title: 'try again now and draw the screen anew', group: 'Show', scope: ['page']},
	{id: 'all-namespaces', chords: ['0'], title: 'all namespaces', group: 'Show', scope: ['page']},
	{id: 'favourite-namespace', chords: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], title: 'a namespace, in the order of your visits', group: 'Show', scope: ['page']},

	{id: 'sort-by-name', chords: ['N'], title: 'sort by name, again: the other way round', group: 'Sort', scope: ['table']},
	{id: 'sort-by-age', chords: ['A'], title: 'sort by age', group: 'Sort', scope: ['table']},
	{id: 'sort-by-status', chords: ['S'], title: 'sort by status', group: 'Sort', scope: ['table']},
	{id: 'sort-by-namespace', chords: ['P'], title: 'sort by namespace', group: 'Sort', scope: ['table']},
	{id: 'sort-by-cpu', chords: ['C'], title: 'sort by CPU', group: 'Sort', scope: ['table']},
	{id: 'sort-by-memory', chords: ['M'], title: 'sort by memory', group: 'Sort', scope: ['table']},
	{id: 'sort-by-ready', chords: ['R'], title: 'sort by ready', group: 'Sort', scope: ['table']},
	{id: 'sort-by-restarts', chords: ['T'], title: 'sort by restarts', group: 'Sort', scope: ['table']},
	{id: 'sort-by-ip', chords: ['I'], title: 'sort by IP address', group: 'Sort', scope: ['table']},
	{id: 'sort-left', chords: ['<', 'shift+left'], title: 'sort by the column to the left', group: 'Sort', scope: ['table']},
	{id: 'sort-right', chords: ['>', 'shift+right'], title: 'sort by the column to the right', group: 'Sort', scope: ['table']},
	{id: 'sort-flip', chords: ['O'], title: 'sort the other way round', group: 'Sort', scope: ['table']},

	{id: 'focus-next', chords: ['tab'], title: 'the next pane', hint: 'pane', hintRank: 4, group: 'Panes', scope: ['home']},
	{id: 'focus-previous', chords: ['shift+tab'], title: 'the pane before', group: 'Panes', scope: ['home']},
	{id: 'zoom', chords: ['+'], title: 'this pane alone', hint: 'zoom', hintRank: 5, group: 'Panes', scope: ['home']},
	{id: 'unzoom', chords: ['_'], title: 'all panes again', group: 'Panes', scope: ['home']},

	{id: 'accept', chords: ['enter'], title: 'do it', hint: 'go', hintRank: 1, group: 'Prompt', scope: ['prompt']},
	{id: 'cancel', chords: ['esc', 'ctrl+c'], title: 'leave the prompt', hint: 'cancel', hintRank: 3, group: 'Prompt', scope: ['prompt']},
	{id: 'complete', chords: ['tab', 'right'], title: 'take the completion', hint: 'complete', hintRank: 2, group: 'Prompt', scope: ['prompt']},

	{id: 'close', chords: ['esc', 'q', '?', 'enter'], title: 'close', hint: 'close', hintRank: 1, group: 'Dialog', scope: ['help']},
	{id: 'scroll-down', chords: ['down', 'j', 'pagedown', 'ctrl+f'], title: 'down', hint: 'down', hintRank: 2, group: 'Dialog', scope: ['help']},
	{id: 'scroll-up', chords: ['up', 'k', 'pageup', 'ctrl+b'], title: 'up', group: 'Dialog', scope: ['help']},

	{id: 'quit-confirmed', chords: ['y', 'ctrl+c'], title: 'quit', hint: 'quit', hintRank: 1, group: 'Dialog', scope: ['quit']},
	{id: 'stay', chords: ['esc', 'n', 'q', 'enter'], title: 'stay', hint: 'stay', hintRank: 2, group: 'Dialog', scope: ['quit']},
] as const satisfies readonly Binding[];

/** Every command that a key can start. */
export type CommandId = (typeof BINDINGS)[number]['id'];
