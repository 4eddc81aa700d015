import {describe} from '../../src/describe/describe.ts';
import type {DescriptionExample} from '../../src/describe/example.ts';
import type {Known, KnownRows} from '../../src/describe/known.ts';
import {NOON} from '../../src/diagnosis/example.ts';
import {kinds} from '../../src/kinds/index.ts';
import {kindOf} from '../../src/kinds/lookup.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {Finding} from '../../src/model/finding.ts';
import type {Row} from '../../src/model/row.ts';
import type {Usage} from '../../src/model/usage.ts';
import {createJoin} from '../../src/services/join.ts';
import {readLastWords} from '../../src/telemetry/last-words.ts';
import {wholeText} from '../../src/ui/document/document.ts';
import {describedDocument} from '../../src/ui/panes/describe/document.ts';
import {formatClock} from '../../src/ui/text/clock.ts';

/** A description without a cluster: objects go in as the API sends them, lines come out. */
export function tell(example: Omit<DescriptionExample, 'name' | 'says'>): readonly string[] {
	return tellOne(example.object.kind, example.object, knownOf(example));
}

/** The same of an object that the surroundings need not know. */
export function tellOne(objectKind: string, object: unknown, known: Known): readonly string[] {
	const kind = kindOf(objectKind);
	if (kind === undefined) throw new Error(`no kind ${objectKind}`);
	const shown: unknown = kind.conceal === undefined ? object : kind.conceal(object);
	return wholeText(describedDocument(describe(kind, shown, known)))
		.trimEnd()
		.split('\n');
}

export function knownOf(example: Omit<DescriptionExample, 'name' | 'says'>): Known {
	const {object, around = [], findings = [], logs = {}, usage = {}, unseen = [], namespace = ''} = example;
	const now = Date.parse(NOON);
	const rows = rowsOf([object, ...around]).filter(({kind}) => !unseen.includes(kind));
	const join = createJoin();
	join.apply(
		rows.map(after => ({before: undefined, after})),
		now,
	);
	const measured = Object.entries(usage).map(([name, used]) => [name, {...used, measuredAt: now}] as const);
	return {
		now,
		clock: at => formatClock(at, 0),
		rows: <K extends keyof KnownRows>(kind: K) => rows.filter(row => row.kind === kind) as KnownRows[K][],
		blindness(kind, where) {
			if (unseen.includes(kind)) return `no right to list ${kind}`;
			return namespace !== '' && namespace !== where ? `only ${namespace} is watched` : undefined;
		},
		findings: findings.map(finding => ({...NOTHING_WRONG, ...finding})),
		services: join.services(),
		join,
		lastWords: wordsOf(rows, logs),
		logsForbidden: example.logsForbidden,
		usage: {
			pods: new Map(measured.map(([name, used]): [string, Usage] => [`shop/${name}`, used])),
			nodes: new Map(measured),
			state: {phase: 'fresh', at: now},
		},
	};
}

function rowsOf(objects: readonly {readonly kind: string}[]): readonly Row[] {
	const intern = createIntern();
	return objects.flatMap(object => {
		const kind = kinds.find(candidate => candidate.objectKind === object.kind);
		return kind === undefined ? [] : [kind.project(object as never, intern)];
	});
}

function wordsOf(rows: readonly Row[], logs: Readonly<Record<string, string>>): Known['lastWords'] {
	return new Map(
		Object.entries(logs).flatMap(([target, text]) => {
			const [name, container] = target.split('/');
			const pod = rows.find(row => row.kind === 'pod' && row.name === name);
			return pod === undefined ? [] : [[`${pod.uid}/${container}`, readLastWords(text)] as const];
		}),
	);
}

const NOTHING_WRONG: Omit<Finding, 'title'> = {
	id: '',
	rule: '',
	verdict: 'doomed',
	confidence: 'certain',
	object: {kind: '', namespace: '', name: '', uid: ''},
	extent: '',
	because: '',
	affects: [],
	evidence: [],
	next: [],
	since: 0,
	lastSeenAt: 0,
	consequences: [],
};
