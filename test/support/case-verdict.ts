import type {Expected} from './cases.ts';

/** What is said first of a case, however it was asked. */
export interface FirstFinding {
	/** Kind/namespace/name. */
	readonly object: string;
	readonly verdict: string;
	/** All that a person reads of it. */
	readonly text: string;
}

/** What of a first finding is not as it must be; empty when it is right. */
export function mistakesOf(first: FirstFinding | undefined, expected: Expected): readonly string[] {
	if (first === undefined) return ['nothing was said'];
	const {object, verdict, text} = first;
	const says = (words: string): boolean => new RegExp(words, 'i').test(text);
	return [
		...(expected.objects_ok.includes(object) ? [] : [`it blames ${object}`]),
		...(expected.severity_ok.includes(verdict) ? [] : [`it says ${verdict}`]),
		...expected.must_mention.filter(words => !says(words)).map(words => `it does not mention ${words}`),
		...(expected.must_not_mention ?? []).filter(says).map(words => `it shows ${words}`),
		...(expected.next ?? []).filter(words => !says(words)).map(words => `its advice lacks ${words}`),
	];
}
