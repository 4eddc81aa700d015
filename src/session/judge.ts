import type {Engine} from '../diagnosis/engine.ts';
import type {Finding} from '../model/finding.ts';
import {VERDICT_MARKS} from '../model/verdict.ts';
import type {ServiceRow} from '../services/service-row.ts';
import {calmStateOf} from '../services/state.ts';

/**
 * Puts the verdict on the services: the mark and the words of the worst finding. A service without findings is never worse than
 * under way, and its words say how far it is: what is not ready for good reason is no trouble, and a rule says when the reason ends.
 * @returns the same row for a service on which nothing changed, and the same array when none did
 */
export function createJudge(): (
	services: readonly ServiceRow[],
	engine: Pick<Engine, 'findingsOf'>,
) => readonly ServiceRow[] {
	let known = new Map<string, Judged>();
	let rows: readonly ServiceRow[] = [];
	return (services, engine) => {
		const next = new Map<string, Judged>();
		for (const service of services) {
			const findings = engine.findingsOf(service.uid);
			const before = known.get(service.uid);
			const same = before?.service === service && before.findings === findings;
			next.set(service.uid, same ? before : judged(service, findings));
		}
		known = next;
		const judgedRows = [...next.values()].map(({row}) => row);
		if (judgedRows.length !== rows.length || judgedRows.some((row, index) => row !== rows[index]))
			rows = judgedRows;
		return rows;
	};
}

interface Judged {
	readonly service: ServiceRow;
	readonly findings: readonly Finding[];
	readonly row: ServiceRow;
}

function judged(service: ServiceRow, findings: readonly Finding[]): Judged {
	const own = findings.map(finding => partOf(finding, service.uid)).find(({verdict}) => verdict !== 'info');
	const row = own === undefined ? calm(service) : {...service, mark: VERDICT_MARKS[own.verdict], state: stateOf(own)};
	return {service, findings, row};
}

/** What a finding says of one object: itself, or the worst of its consequences there. */
function partOf(finding: Finding, uid: string): Finding {
	if (finding.object.uid === uid) return finding;
	return finding.consequences.find(({object}) => object.uid === uid) ?? finding;
}

/** Neither the mark nor the words may alarm. */
function calm(service: ServiceRow): ServiceRow {
	const mark = service.mark === 'struggling' ? 'progressing' : service.mark;
	const state = calmStateOf(service);
	return mark === service.mark && state === service.state ? service : {...service, mark, state};
}

/** `GET /items is slow` keeps its capitals. */
function stateOf({title}: Finding): string {
	return /^[A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
