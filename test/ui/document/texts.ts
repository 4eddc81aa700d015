import type {Document} from '../../../src/ui/document/document.ts';

/** A text as a document: what is indented deeper stands below; lines that end with `+` start closed. */
export function documentOf(text: string): Document {
	const lines = text.split('\n');
	const depth = (line: number): number => /^ */.exec(lines[line] ?? '')?.[0].length ?? 0;
	return {
		length: lines.length,
		textAt: line => lines[line] ?? '',
		styledAt: line => [{text: lines[line] ?? ''}],
		hangAt: () => 2,
		endAt(line) {
			let end = line + 1;
			while (end < lines.length && depth(end) > depth(line)) end += 1;
			return end;
		},
		startsClosed: line => lines[line]?.endsWith('+') === true,
		keyAt: line => (lines[line] ?? '').trim(),
		copyAt: line => (lines[line] ?? '').trim(),
		objectAt: () => undefined,
	};
}
