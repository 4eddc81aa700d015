import {Box, Text, render} from 'ink';
import type {ReactNode} from 'react';
import {describe, expect, test} from 'vitest';
import {INERT_STDIN, createInkStdout} from '../../src/terminal/ink-stdout.ts';
import {createScreen} from '../../src/terminal/screen.ts';
import {createGrid} from '../support/grid.ts';

/** Ink, our screen and a terminal, one behind the other. */
function mount(tree: ReactNode) {
	const sent: string[] = [];
	let frames = 0;
	const screen = createScreen({columns: 20, rows: 4, colors: '256', write: text => sent.push(text) > 0});
	const onFrame = (): void => {
		frames++;
		screen.flush();
	};
	const stdout = createInkStdout(screen, {columns: 20, rows: 4, onFrame});
	const options = {debug: true, interactive: true, patchConsole: false, exitOnCtrlC: false};
	const ink = render(tree, {stdout, stdin: INERT_STDIN, ...options});
	return {ink, screen, stdout, sent, frames: () => frames};
}

describe('Ink on our screen', () => {
	test('draws frames, sends only what changed, and nothing of its own', async () => {
		const view = (count: number): ReactNode => (
			<Box borderStyle="single" width={20} height={4}>
				<Text>
					pods <Text color="red">{count}</Text> <Text bold>日本</Text>
				</Text>
			</Box>
		);
		const {ink, screen, sent, frames} = mount(view(1));
		ink.rerender(view(2));
		ink.rerender(view(2));
		await ink.waitUntilRenderFlush();
		const shown = ['┌──────────────────┐', '│pods 2 日本       │', '│                  │', '└──────────────────┘'];
		expect(screen.text()).toEqual(shown);
		expect(sent.slice(1)).toEqual(['\x1B[?2026h\x1B[2;7H\x1B[31m2\x1B[m\x1B[?2026l']);
		const grid = createGrid(20, 4);
		await grid.write(sent.join(''));
		expect(grid.text()).toEqual(shown);
		expect(grid.cell(6, 1)).toEqual({text: '2', foreground: 1});
		ink.unmount();
		await ink.waitUntilExit();
		expect([screen.text(), sent.length, frames()]).toEqual([shown, 2, 4]);
	});

	test('lays out anew for another size', () => {
		const {ink, screen, stdout} = mount(
			<Box justifyContent="flex-end">
				<Text>end</Text>
			</Box>,
		);
		screen.resize(8, 2);
		stdout.resize(8, 2);
		expect(screen.text()).toEqual(['     end', '']);
		ink.unmount();
	});

	test('an empty tree is a blank frame', () => {
		const {ink, screen} = mount(<Text>words</Text>);
		ink.rerender(null);
		expect(screen.text()).toEqual(['', '', '', '']);
		ink.unmount();
	});
});

test.each([
	['hiding and showing the cursor', '\x1B[?25l'],
	['the alternate screen', '\x1B[?1049h\x1B[?25l'],
	['erasing lines', '\x1B[2K\x1B[1A\x1B[2K\x1B[G'],
	['the kitty query', '\x1B[?u'],
	['marked pastes', '\x1B[?2004h'],
])('%s is no frame', (_, chunk) => {
	const frames: string[] = [];
	const stdout = createInkStdout({base: frame => void frames.push(frame)}, {columns: 9, rows: 9});
	stdout.write(chunk);
	stdout.write('\x1B[1mframe\x1B[22m');
	expect(frames).toEqual(['\x1B[1mframe\x1B[22m']);
});
