import type {LogSelection} from '../../model/log.ts';
import type {Command, Desk} from '../desk.ts';
import {isFromStart, rangeOf} from '../log/ranges.ts';
import {openLogs} from '../open/logs.ts';
import {refOf} from '../open/object.ts';
import {paneOf} from '../pane-screens.ts';
import {formatClock} from '../text/clock.ts';
import {pageOf, withPage} from '../view.ts';
import {fileStamp} from './file-stamp.ts';

/** To the logs of what is under the cursor, and what can be done where logs are read. */
export const logCommands = {
	logs: desk => open(desk, false),
	'previous-logs': desk => {
		if (desk.log === undefined) open(desk, true);
		else select(desk, {previous: !desk.log.selection.previous});
	},
	'open-line': desk => {
		if (desk.log !== undefined) desk.go(desk.log.open());
	},
	'log-range': (desk, chord) => {
		const range = rangeOf(chord);
		if (range === undefined) return;
		select(desk, {range});
		if (isFromStart(range)) desk.log?.hold();
	},
	'follow-log': desk => desk.log?.toggleFollowing(),
	'next-line-found': desk => seekOn(desk, 1),
	'previous-line-found': desk => seekOn(desk, -1),
	'log-context': desk => {
		const context = desk.log?.nextContext();
		if (context === 'all') desk.say('all lines, what matches is marked', 'muted');
		else if (context !== undefined)
			desk.say(context === 0 ? 'only what matches' : `${context} lines around each match`, 'muted');
	},
	'wrap-log': desk => desk.log?.toggle('wrap'),
	'log-time': desk => void desk.log?.nextTime(),
	'raw-log': desk => desk.log?.toggle('raw'),
	'log-containers': toggleContainers,
	'mark-log': desk => desk.log?.mark(`mark ${formatClock(desk.log.input.world.now, desk.log.input.offsetMs)}`),
	'clear-log': desk => desk.log?.clear(),
	'full-log': desk => desk.log?.toggle('full'),
	'copy-line': desk => {
		const text = desk.log?.line() ?? '';
		if (text === '') desk.say('there is no line under the cursor', 'muted');
		else desk.copy(text, 'the line');
	},
	'save-log': desk => save(desk, 'shown'),
	'save-whole-log': desk => save(desk, 'all'),
} satisfies Record<string, Command>;

function open(desk: Desk, previous: boolean): void {
	const marked = desk.table?.marked ?? [];
	const object = desk.walked?.object;
	const of = marked.length > 0 ? marked : object === undefined ? [] : [refOf(object)];
	const container = marked.length > 0 ? undefined : desk.table?.container;
	desk.go(openLogs({of, container, previous}));
}

/** Reads other lines, on the same page. */
function select(desk: Desk, change: Partial<LogSelection>): void {
	const {log, view} = desk;
	const page = pageOf(view);
	const shown = page.panes[page.focus];
	if (log === undefined || shown === undefined) return;
	const pane = paneOf(shown.id);
	if (pane.shape !== 'log') return;
	const argument = pane.select(shown.argument, {...log.selection, ...change});
	const panes = page.panes.map((one, index) => (index === page.focus ? {...one, argument} : one));
	desk.show(withPage(view, {panes}));
}

function toggleContainers(desk: Desk): void {
	const {log} = desk;
	if (log === undefined) return;
	const container = log.selection.container === undefined ? log.record?.source.container : undefined;
	if (container === undefined && log.selection.container === undefined)
		desk.say('there is no line under the cursor', 'muted');
	else select(desk, {container});
}

function seekOn(desk: Desk, step: 1 | -1): void {
	const {log} = desk;
	if (log === undefined) return;
	if (log.filter === '') desk.say('nothing is filtered: / begins', 'muted');
	else if (!log.seekOn(step)) desk.say(step === 1 ? 'no match below' : 'no match above', 'muted');
}

function save(desk: Desk, what: 'shown' | 'all'): void {
	const {log, session} = desk;
	if (log === undefined) return;
	// Half of what was found would be a file that lies.
	while (what === 'shown' && log.busy) log.work();
	const [first] = log.selection.of;
	const {now} = session.world.getState();
	const parts = ['dogwatch', first?.namespace ?? '', first?.name ?? '', 'logs', fileStamp(now)];
	desk.save(`${parts.filter(part => part !== '').join('-')}.log`, log.whole(what));
}
