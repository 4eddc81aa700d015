import {expect, test} from 'vitest';
import {readCapabilities} from '../../src/terminal/capabilities.ts';

test.each([
	[{TERM: 'xterm-256color', LANG: 'en_US.UTF-8'}, '256', false],
	[{TERM: 'xterm', LANG: 'de_DE.utf8'}, '16', false],
	[{TERM: 'xterm', COLORTERM: 'truecolor'}, '256', false],
	[{TERM: 'xterm-kitty'}, '256', false],
	[{TERM: 'screen', LANG: 'C'}, '16', true],
	[{TERM: 'linux', LC_ALL: 'POSIX', LANG: 'en_US.UTF-8'}, '16', true],
	[{TERM: 'linux', LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C'}, '16', false],
	[{TERM: 'xterm-256color', NO_COLOR: '1'}, 'none', false],
	[{TERM: 'xterm-256color', NO_COLOR: ''}, '256', false],
	[{TERM: 'dumb', COLORTERM: 'truecolor'}, 'none', false],
	[{TERM: 'vt100'}, 'none', false],
	[{TERM: 'xterm-mono'}, 'none', false],
	[{}, '16', false],
] as const)('%j means colors %s, ascii %s', (environment, colors, ascii) => {
	expect(readCapabilities(environment)).toEqual({colors, ascii});
});
