import type {LogFormat, ParsedLine} from '../contract.ts';

/** What a pattern found, by name. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A format that one pattern reads. */
export interface TextFormat extends Pick<LogFormat, 'id' | 'title' | 'rank' | 'timing'> {
	/** Whether the line may be written like that: much cheaper than the pattern, since every line of every format comes by. */
	mayBe(text: string): boolean;
	/** Linear in time whatever the line holds. Its named groups are the fields. */
	readonly pattern: RegExp;
	/** Undefined when it was not written like that after all. */
	read(groups: Groups): ParsedLine | undefined;
}

/** A format of the shelf from its pattern. */
export function textFormat({mayBe, pattern, read, ...format}: TextFormat): LogFormat {
	return {
		...format,
		parse(text) {
			if (!mayBe(text)) return undefined;
			const groups = pattern.exec(text)?.groups;
			return groups === undefined ? undefined : read(groups);
		},
		fields: text => fieldsOf(pattern.exec(text)?.groups),
	};
}

/** The groups that found something, in their order. */
export function fieldsOf(groups: Groups | undefined): (readonly [name: string, value: string])[] {
	return Object.entries(groups ?? {}).flatMap(([name, value]): [string, string][] =>
		value === undefined || value === '' || value === '-' ? [] : [[name, value]],
	);
}

/** Whether a text begins with a digit, as most times do. */
export function beginsWithDigit(text: string): boolean {
	const code = text.charCodeAt(0);
	return code >= 48 && code <= 57;
}
