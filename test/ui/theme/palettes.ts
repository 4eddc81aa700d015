/** Colours of common terminals as their makers ship them: background, foreground, and the two of the sixteen that we use. */
export interface Palette {
	readonly name: string;
	readonly background: number;
	readonly brightRed: number;
	readonly brightMagenta: number;
}

export const palettes: readonly Palette[] = [
	{name: 'xterm, black', background: 0x000000, brightRed: 0xff0000, brightMagenta: 0xff00ff},
	{name: 'xterm, white', background: 0xffffff, brightRed: 0xff0000, brightMagenta: 0xff00ff},
	{name: 'VS Code, dark', background: 0x1e1e1e, brightRed: 0xf14c4c, brightMagenta: 0xd670d6},
	{name: 'VS Code, light', background: 0xffffff, brightRed: 0xcd3131, brightMagenta: 0xbc05bc},
	{name: 'Windows Terminal, Campbell', background: 0x0c0c0c, brightRed: 0xe74856, brightMagenta: 0xb4009e},
	{name: 'Windows Terminal, One Half Light', background: 0xfafafa, brightRed: 0xe45649, brightMagenta: 0xa626a4},
	{name: 'GNOME (Tango), dark', background: 0x2e3436, brightRed: 0xef2929, brightMagenta: 0xad7fa8},
	{name: 'GNOME (Tango), light', background: 0xffffff, brightRed: 0xef2929, brightMagenta: 0xad7fa8},
	{name: 'Solarized, dark', background: 0x002b36, brightRed: 0xcb4b16, brightMagenta: 0x6c71c4},
	{name: 'Solarized, light', background: 0xfdf6e3, brightRed: 0xcb4b16, brightMagenta: 0x6c71c4},
	{name: 'Linux console', background: 0x000000, brightRed: 0xff5555, brightMagenta: 0xff55ff},
];
