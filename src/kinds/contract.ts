import type {Intern} from '../lib/intern.ts';
import type {ConnectionSummary} from '../model/connections.ts';
import type {Mark, Row, Selector} from '../model/row.ts';
import type {TrafficSummary} from '../model/traffic.ts';
import type {Usage} from '../model/usage.ts';

/** What a screen or an action may ask of a row, instead of asking for its kind. */
export type Capability = 'pods' | 'containers' | 'logs' | 'replicas' | 'revisions' | 'template' | 'ports' | 'namespace';

/** The colour's meaning; the theme turns it into a colour. */
export type Tone = 'doomed' | 'struggling' | 'progressing' | 'healthy' | 'muted' | 'accent';

/** How often a pod's containers restarted inside the window (10 minutes). */
export interface RestartCount {
	readonly count: number;
	/** True when more may have happened before we watched. */
	readonly atLeast: boolean;
}

/** What the whole cluster knows about a row and the row itself cannot: joined by the session, read by columns. */
export interface Facts {
	/** Milliseconds since 1970. */
	readonly now: number;
	usageOf(row: Row): Usage | undefined;
	restartsOf(row: Row): RestartCount;
	/** Of a service, what its logs tell of its requests; undefined while none are read, and for everything else. */
	trafficOf(row: Row): TrafficSummary | undefined;
	/** Of a service that uses a database, the connections to its server; undefined for everything else. */
	connectionsOf(row: Row): ConnectionSummary | undefined;
}

export interface Column<R extends Row = Row> {
	/** `name`, `age`, `status`, `namespace`, `cpu`, `memory`, `ready`, `restarts` and `ip` are the ones that sort keys know. */
	readonly id: string;
	/** As the header shows it: capitals. */
	readonly title: string;
	/** What the header shows where there is not room for the title. */
	readonly titleShort?: string;
	/** Numbers and ages are right-aligned. */
	readonly align?: 'right';
	/** Least and most cells; the text is cut with an ellipsis beyond. */
	readonly width: {readonly min: number; readonly max: number};
	/** 1 is dropped last when the screen is narrow; `name` is 1 everywhere. */
	readonly priority: number;
	/** A sentence: enough of it is read before columns of a priority above 4 are shown at all, and it grows first. */
	readonly readWhole?: true;
	/** What is shown where the whole text does not fit. It is sorted and filtered by the whole. */
	readonly shorten?: (text: string) => string;
	/** Only shown with wide columns (ctrl-w). */
	readonly wide?: true;
	/** `–` when there is nothing to say, never an empty text. */
	value(row: R, facts: Facts): string;
	tone?(row: R, facts: Facts): Tone | undefined;
	/** What it sorts by: the number behind the text. Without it, the text. */
	sort?(row: R, facts: Facts): number | string;
}

/** Which rows of which kind `enter` shows, or a sentence that says why there is nothing below. */
export type Drill =
	| {readonly to: 'pod'; readonly by: 'owner'; readonly uid: string}
	| {readonly to: 'pod'; readonly by: 'selector'; readonly namespace: string; readonly selector: Selector}
	| {readonly to: 'pod'; readonly by: 'node'; readonly node: string}
	| {readonly to: 'job'; readonly by: 'owner'; readonly uid: string}
	| {readonly to: 'object'; readonly objectKind: string; readonly namespace: string; readonly name: string}
	| {readonly to: 'containers'; readonly pod: string}
	| {readonly to: 'namespace'; readonly namespace: string}
	| {readonly to: 'nothing'; readonly because: string};

/** One kind of object. An entry is data: nothing happens when it is imported. `Wired` is the JSON that `project` reads. */
export interface Kind<R extends Row = Row, Wired = never> {
	/** Singular, lower case: `pod`. */
	readonly id: R['kind'];
	/** The breadcrumb: `pods`. */
	readonly title: string;
	/** Empty for the core group. */
	readonly group: string;
	readonly version: string;
	/** As in the path: `pods`. */
	readonly plural: string;
	/** As in the object: `Pod`. */
	readonly objectKind: string;
	readonly namespaced: boolean;
	/** Only metadata is asked for: the rest never leaves the server. */
	readonly metadataOnly?: true;
	/** What can be typed after `:` besides id and plural, the shortest first. */
	readonly aliases: readonly string[];
	readonly capabilities: readonly Capability[];
	/** Reduces an object as the API server sent it. May throw on nonsense: the caller fences it. */
	project(object: Wired, intern: Intern): R;
	/** In the order in which they are shown; the age comes last. */
	readonly columns: readonly Column<R>[];
	/** The column that sorts a table when it opens, after the worst marks and before the name. */
	readonly sortedBy: {readonly column: string; readonly descending: boolean};
	/** Its rows are news: the newest comes first, not the worst. */
	readonly newestFirst?: true;
	mark(row: R, facts: Facts): Mark;
	/** What `enter` opens. */
	drill(row: R): Drill;
	/** The object that its rows tell about, when that is another one: an event is about a pod. Undefined when it does not say. */
	about?(row: R): ObjectName | undefined;
	/** Of an object that was read whole: the same without what nobody may see. Never throws. */
	conceal?(object: unknown): unknown;
}

/** An object as others of the cluster name it. */
export interface ObjectName {
	/** As in the object: `Pod`. */
	readonly objectKind: string;
	readonly namespace: string;
	readonly name: string;
	/** Empty when only the name is known. */
	readonly uid: string;
}

/** Gives a kind its types; the shelf keeps it as one of many. */
export function defineKind<R extends Row, Wired>(kind: Kind<R, Wired>): Kind<R, Wired> {
	return kind;
}

/**
 * The forms in which objects of a kind are asked for: the `Accept` headers of its lists and watches. Measured on 1.35: a server that is
 * asked for the other one, or for both, refuses the list and sends a watch without events.
 */
export function acceptOf({metadataOnly}: Pick<Kind, 'metadataOnly'>): {readonly list: string; readonly watch: string} {
	if (metadataOnly !== true) return {list: 'application/json', watch: 'application/json'};
	const form = (kind: string): string => `application/json;as=${kind};g=meta.k8s.io;v=v1`;
	return {list: form('PartialObjectMetadataList'), watch: form('PartialObjectMetadata')};
}

/** The path of one object: `/api/v1/namespaces/shop/pods/api-x2xkq`. */
export function objectPathOf(
	kind: Pick<Kind, 'group' | 'version' | 'plural' | 'namespaced'>,
	{namespace, name}: {readonly namespace: string; readonly name: string},
): string {
	return `${pathOf(kind, namespace)}/${encodeURIComponent(name)}`;
}

/** The collection path of a kind: `/apis/apps/v1/namespaces/shop/deployments`. An empty namespace means all. */
export function pathOf(kind: Pick<Kind, 'group' | 'version' | 'plural' | 'namespaced'>, namespace: string): string {
	const root = kind.group === '' ? `/api/${kind.version}` : `/apis/${kind.group}/${kind.version}`;
	const scope = kind.namespaced && namespace !== '' ? `/namespaces/${encodeURIComponent(namespace)}` : '';
	return `${root}${scope}/${kind.plural}`;
}
