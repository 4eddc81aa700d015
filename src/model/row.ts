/** What every object of a cluster is reduced to: the few fields that screens, services and rules read. */

export type Labels = Readonly<Record<string, string>>;

export interface Owner {
	readonly kind: string;
	readonly name: string;
	readonly uid: string;
}

export interface Row {
	/** The id of the kind on the shelf: `pod`, `deployment` … */
	readonly kind: string;
	readonly uid: string;
	readonly name: string;
	/** Empty for what lives outside namespaces. */
	readonly namespace: string;
	/** Milliseconds since 1970; 0 when the object does not say. */
	readonly createdAt: number;
	/** When its deletion was asked for. */
	readonly deletedAt: number | undefined;
	readonly labels: Labels;
	/** The controller that owns it. */
	readonly owner: Owner | undefined;
	/** What its deletion waits for; missing in rows that are no objects. */
	readonly finalizers?: readonly string[];
}

/** CPU in cores, memory in bytes. */
export interface Resources {
	readonly cpu: number | undefined;
	readonly memory: number | undefined;
}

export interface Condition {
	readonly type: string;
	readonly status: string;
	readonly reason: string;
	readonly message: string;
	/** Last transition, milliseconds since 1970; 0 when unknown. */
	readonly since: number;
}

/** A label selector; undefined selects nothing, an empty one everything. */
export interface Selector {
	readonly matchLabels: Labels;
	readonly matchExpressions: readonly {
		readonly key: string;
		readonly operator: string;
		readonly values: readonly string[];
	}[];
}

/** The state of a thing in one word; its glyph and colour are the theme's. */
export type Mark = 'doomed' | 'struggling' | 'progressing' | 'healthy' | 'unknown';
