import {expect, test} from 'vitest';
import {asciiFor} from '../../src/terminal/ascii.ts';

test.each([
	['boxes', '┌─┐│└┘', '+-+|++'],
	['the heights of a sparkline', '▁▂▃▄▅▆▇█', '.:-=+*#@'],
	['a bar', '██░░', '@@..'],
	['marks and signs', '✖…●◐▲▼›·–↻', 'X~*o^v>.-@'],
	['letters with accents', 'éÜñ', 'eUn'],
	['a letter with a mark of its own', 'q\u0316', 'q'],
	['ASCII itself', 'a~ ?', 'a~ ?'],
	['what has no stand-in', 'ж☃\u0416', '???'],
])('%s', (_, text, ascii) => {
	expect(Array.from(text.match(/\P{Mn}\p{Mn}*/gu) ?? [], character => asciiFor(character, 1)).join('')).toBe(ascii);
});

test('a wide character takes two cells as before', () => {
	expect(asciiFor('日', 2)).toBe('??');
});
