import {defineRule} from '../../contract.ts';
import type {JobRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {crashFindings} from '../../crash-findings.ts';
import {servingFindings} from '../../traffic/serving-findings.ts';

export default defineRule({
	id: 'schema-mismatch',
	title: 'a program and a database that disagree about tables and columns',
	why: 'A migration did not run, ran twice, or fails: the program asks for what the database does not have.',
	remedy: 'Run the migration that belongs to this revision, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		yield* crashFindings(subject, cluster, ['schema'], ({crashes: [{pod, words, container}]}) => {
			const failed = failedMigrations(pod.namespace, cluster);
			return {
				words: wordsOf(words?.trouble?.line ?? ''),
				because: failed.length === 0 ? [] : [`Job ${failed.map(({name}) => name).join(', ')} failed`],
				next:
					container.role === 'init'
						? [`correct the migration of ${container.name}, or bring the database to where it begins`]
						: ['run the migrations of this revision'],
				verdict: 'struggling',
				follows: failed.map(({uid}) => uid),
			};
		});
		yield* servingFindings(subject, cluster, ['schema'], ({trouble}) => {
			const failed = failedMigrations(subject.object.namespace, cluster);
			return {
				words: wordsOf(trouble.line),
				because: failed.length === 0 ? [] : [`Job ${failed.map(({name}) => name).join(', ')} failed`],
				next: ['run the migrations of this revision'],
				isLasting: true,
			};
		});
	},
});

/** More of them say no more. */
const JOBS_MAX = 3;

/** Jobs of the namespace that look like a migration and gave up; not those that another one has made good since. */
function failedMigrations(namespace: string, cluster: Cluster): readonly JobRow[] {
	const migrations = [...cluster.inNamespace('job', namespace)].filter(isMigration);
	const doneAt = Math.max(0, ...migrations.filter(isComplete).map(({finishedAt = 0}) => finishedAt));
	return migrations
		.filter(({status, createdAt}) => status.startsWith('Failed') && createdAt > doneAt)
		.toSorted((a, b) => b.createdAt - a.createdAt)
		.slice(0, JOBS_MAX);
}

function isComplete({status}: JobRow): boolean {
	return status.startsWith('Complete');
}

function isMigration({name, template}: JobRow): boolean {
	const commands = template.containers.flatMap(({command, args}) => [...command, ...args]);
	return [name, ...commands].some(text => MIGRATION.test(text.slice(0, 300)));
}

const MIGRATION = /migrat|alembic|flyway|liquibase|\bschema\b/i;

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
