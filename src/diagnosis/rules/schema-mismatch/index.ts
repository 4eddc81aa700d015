import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';

export default defineRule({
	id: 'schema-mismatch',
	title: 'a program and a database that disagree about tables and columns',
	why: 'A migration did not run, ran twice, or fails: the program asks for what the database does not have.',
	remedy: 'Run the migration that belongs to this revision, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'job'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['schema'], ({crashes: [{words, container}]}) => ({
			words: wordsOf(words?.trouble?.line ?? ''),
			because: [],
			next:
				container.role === 'init'
					? [`correct the migration of ${container.name}, or bring the database to where it begins`]
					: ['run the migrations of this revision'],
			verdict: 'struggling',
		})),
});

const TEXTS: readonly (readonly [RegExp, (thing: string) => string])[] = [
	[
		/(?<thing>(?:column|relation|type|schema) .{1,120}) already exists/,
		thing => `${thing} is already in the database`,
	],
	[
		/(?<thing>(?:column|relation|type|schema|function|table) .{1,120}?) does not exist/,
		thing => `the database has no ${thing}`,
	],
	[/no such (?<thing>(?:table|column): [\w.]{1,120})/, thing => `the database has no ${thing.replace(':', '')}`],
	[/Table '(?<thing>[^']{1,120})' doesn't exist/, thing => `the database has no table ${thing}`],
	[/Unknown column '(?<thing>[^']{1,120})'/, thing => `the database has no column ${thing}`],
	[
		/Can't locate revision identified by '(?<thing>[^']{1,60})'/,
		thing => `alembic does not know the revision ${thing} of the database`,
	],
];

function wordsOf(line: string): string {
	for (const [pattern, words] of TEXTS) {
		const thing = pattern.exec(line)?.groups?.['thing'];
		if (thing !== undefined) return words(thing);
	}
	return 'the database is not at the revision that it needs';
}
