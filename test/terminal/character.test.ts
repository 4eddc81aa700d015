import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {cellsOf} from '../../src/terminal/character.ts';

/** Hangul vowels and finals join the consonant before them; measured alone they would be narrow. */
const JAMO = /^[\u1160-\u11FF\uD7B0-\uD7FF]$/;

test('every assigned character is as wide as the Unicode tables say', () => {
	const differences: string[] = [];
	// The planes above have no characters but tags and variation selectors.
	for (let codePoint = 0x20; codePoint <= 0x3ffff; codePoint++) {
		const character = String.fromCodePoint(codePoint);
		if (/[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(character) || JAMO.test(character))
			continue;
		if (cellsOf(codePoint) !== stringWidth(character)) differences.push(codePoint.toString(16));
	}
	expect(differences).toEqual([]);
});

test('Hangul vowels and finals take no cell of their own', () => {
	expect([0x1161, 0x11a8, 0xd7b0, 0xd7cb].map(cellsOf)).toEqual([0, 0, 0, 0]);
});
