import type {ContainerSpec, PodSpec} from '../../../model/pod-spec.ts';
import type {JobRow, WorkloadRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';

/** Whether a newer Job does the same work: then that one tells how it stands. */
export function wasDoneAgain(job: JobRow, cluster: Cluster): boolean {
	const [work, stem] = [workOf(job.template), stemOf(job)];
	for (const other of cluster.inNamespace('job', job.namespace)) {
		if (other.uid === job.uid || other.createdAt <= job.createdAt) continue;
		if (stemOf(other) === stem && workOf(other.template) === work) return true;
	}
	return false;
}

/** What comes before the number, version or hash of a release: `migrate` of `migrate-42`. */
function stemOf({name}: JobRow): string {
	return name
		.split(/[-.]/)
		.map(part => (/\d/.test(part) ? '' : part))
		.join('-');
}

/** Whether it changes the schema of a database, as its name or its command says. */
export function isMigration({name, template}: JobRow): boolean {
	return MIGRATION.test(name) || template.containers.some(one => MIGRATION.test(commandOf(one)));
}

/** Alembic, Flyway, Liquibase, Prisma and their like; most have the word itself in their command. */
const MIGRATION = /migrat|alembic|flyway|liquibase|goose|schema|db[:-]?(?:push|deploy)/i;

/** The workloads that run the same program, and so need what the Job was to do. */
export function needersOf(job: JobRow, cluster: Cluster): readonly WorkloadRow[] {
	const repositories = new Set(job.template.containers.map(({image}) => repositoryOf(image)));
	const found: WorkloadRow[] = [];
	for (const kind of ['deployment', 'statefulset'] as const)
		for (const workload of cluster.inNamespace(kind, job.namespace))
			if (workload.images.some(image => repositories.has(repositoryOf(image)))) found.push(workload);
	return found;
}

/** Images without their tags, and what is run: releases differ in the tag alone. */
function workOf({containers}: PodSpec): string {
	return containers.map(one => `${repositoryOf(one.image)} ${commandOf(one)}`).join('\n');
}

function commandOf({command, args}: ContainerSpec): string {
	return [...command, ...args].join(' ').slice(0, 2000);
}

function repositoryOf(image: string): string {
	const name = image.split('@', 1)[0] ?? '';
	const colon = name.lastIndexOf(':');
	return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}
