import {ExpectedFailure} from '../../lib/failure.ts';
import {nearest} from '../../lib/nearest.ts';
import {kindById} from '../../kinds/lookup.ts';
import type {Evidence, Finding, ObjectRef, Verdict} from '../../model/finding.ts';
import type {Session} from '../../session/session.ts';
import type {ServiceRow} from '../../services/service-row.ts';

/** What `dogwatch check` says; its JSON, field by field (`schema.ts`). Times are RFC 3339. */
export interface Report {
	readonly context: string;
	/** Empty: all namespaces. */
	readonly namespace: string;
	readonly at: string;
	readonly verdict: Overall;
	/** Causes only, the worst first. */
	readonly findings: readonly ReportedFinding[];
	readonly services: readonly ReportedService[];
	readonly cannotSee: readonly {readonly what: string; readonly permission: string}[];
}

/** `unknown` when pods or workloads may not be read. */
export type Overall = 'doomed' | 'struggling' | 'progressing' | 'healthy' | 'unknown';

export interface ReportedFinding {
	readonly id: string;
	readonly rule: string;
	readonly severity: 'critical' | 'warning' | 'info';
	readonly verdict: Verdict;
	readonly confidence: Finding['confidence'];
	readonly object: ReportedObject;
	readonly title: string;
	readonly extent: string;
	readonly because: string;
	readonly affects: readonly ReportedObject[];
	readonly evidence: readonly {readonly text: string; readonly source: string; readonly at: string | undefined}[];
	readonly next: readonly string[];
	readonly since: string;
	/** What follows from it, itself without consequences. */
	readonly consequences: readonly ReportedFinding[];
}

export interface ReportedObject {
	/** As in a manifest: `Deployment`. */
	readonly kind: string;
	readonly namespace: string;
	readonly name: string;
}

export interface ReportedService extends ReportedObject {
	readonly verdict: Overall;
	readonly state: string;
	readonly ready: number;
	readonly wanted: number;
	readonly restarts10m: number;
}

/** @param only name of the one service that is asked for. Throws ExpectedFailure when there is none of that name. */
export function reportOf(session: Session, only: string | undefined): Report {
	const {contextName, namespace, now, services, findings, cannotSee, collections} = session.world.getState();
	const chosen = only === undefined ? services : services.filter(({name}) => name === only);
	const isBlind = ['pod', 'deployment'].some(kind => collections[kind]?.complete !== true);
	if (only !== undefined && chosen.length === 0 && !isBlind) throw unknownService(only, namespace, services);
	const uids = new Set(chosen.map(({uid}) => uid));
	const mine = only === undefined ? findings : findings.filter(finding => uidsOf(finding).some(uid => uids.has(uid)));
	const reported = chosen.map(service => reportedService(service, session));
	return {
		context: contextName,
		namespace,
		at: timeText(now),
		verdict: overall(mine, reported, isBlind),
		findings: mine.map(reportedFinding),
		services: reported,
		cannotSee: cannotSee.map(({what, permission, because}) => ({what, permission: permission || because})),
	};
}

function unknownService(name: string, namespace: string, services: readonly ServiceRow[]): ExpectedFailure {
	const place = namespace === '' ? 'in any namespace' : `in ${namespace}`;
	const guess = nearest(
		name,
		services.map(service => service.name),
	);
	return new ExpectedFailure(
		`there is no service ${name} ${place}${guess === undefined ? '' : `: did you mean ${guess}?`}`,
	);
}

function uidsOf({object, consequences}: Finding): readonly string[] {
	return [object.uid, ...consequences.map(finding => finding.object.uid)];
}

const ORDER: readonly Overall[] = ['doomed', 'struggling', 'unknown', 'progressing', 'healthy'];

function overall(findings: readonly Finding[], services: readonly ReportedService[], isBlind: boolean): Overall {
	const verdicts = new Set<Overall>([
		...findings.flatMap(({verdict}) => (verdict === 'info' ? [] : [verdict])),
		...services.map(({verdict}) => verdict),
		...(isBlind ? (['unknown'] as const) : []),
	]);
	return ORDER.find(verdict => verdicts.has(verdict)) ?? 'healthy';
}

const SEVERITIES: Readonly<Record<Verdict, ReportedFinding['severity']>> = {
	doomed: 'critical',
	struggling: 'warning',
	progressing: 'info',
	info: 'info',
};

function reportedFinding(finding: Finding): ReportedFinding {
	const {id, rule, verdict, confidence, title, extent, because, next, since} = finding;
	return {
		id,
		rule,
		severity: SEVERITIES[verdict],
		verdict,
		confidence,
		object: reportedObject(finding.object),
		title,
		extent,
		because,
		affects: finding.affects.map(reportedObject),
		evidence: finding.evidence.map(line => ({
			text: line.text,
			source: sourceOf(line),
			at: line.at === undefined ? undefined : timeText(line.at),
		})),
		next,
		since: timeText(since),
		consequences: finding.consequences.map(reportedFinding),
	};
}

/** `pod/api-7f9c-x2xkq`, `event on pod/api-7f9c-x2xkq`, `log of pod/api-7f9c-x2xkq app`. */
function sourceOf({seenIn, object, container}: Evidence): string {
	const name = `${object.kind}/${object.name}`;
	if (seenIn === 'event') return `event on ${name}`;
	if (seenIn === 'log') return `log of ${name} ${container ?? ''}`.trim();
	return seenIn === 'metrics' ? `metrics of ${name}` : name;
}

function reportedObject({kind, namespace, name}: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>): ReportedObject {
	return {kind: kindById(kind)?.objectKind ?? kind, namespace, name};
}

function reportedService(service: ServiceRow, session: Session): ReportedService {
	const {workload, mark, state} = service;
	return {
		...reportedObject(service),
		verdict: mark,
		state,
		ready: workload.ready,
		wanted: workload.wanted,
		restarts10m: session.facts().restartsOf(service).count,
	};
}

function timeText(at: number): string {
	return new Date(at).toISOString();
}
