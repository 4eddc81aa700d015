import {anything, base64, fields, flag, list, map, type Shape, text} from './shape.ts';

type Of<S> = S extends Shape<infer T> ? T : never;

/**
 * The fields of a kubeconfig that we read, under their names in the file.
 * Source: https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
 */
const cluster = fields({
	server: text,
	'tls-server-name': text,
	'insecure-skip-tls-verify': flag,
	'certificate-authority': text,
	'certificate-authority-data': base64,
	'proxy-url': text,
	'disable-compression': flag,
	extensions: list(fields({name: text, extension: anything})),
});

const exec = fields({
	apiVersion: text,
	command: text,
	args: list(emptyToo(text)),
	env: list(fields({name: text, value: text})),
	installHint: text,
	provideClusterInfo: flag,
	interactiveMode: text,
});

const user = fields({
	'client-certificate': text,
	'client-certificate-data': base64,
	'client-key': text,
	'client-key-data': base64,
	token: text,
	tokenFile: text,
	as: text,
	'as-uid': text,
	'as-groups': list(text),
	'as-user-extra': map(list(text)),
	username: text,
	password: text,
	exec,
	'auth-provider': fields({name: text, config: map(text)}),
});

const context = fields({cluster: text, user: text, namespace: text});

export type ClusterEntry = Of<typeof cluster>;
export type UserEntry = Of<typeof user>;
export type ExecEntry = Of<typeof exec>;
export type ContextEntry = Of<typeof context>;

/** One file. */
export const kubeconfigFile = fields({
	apiVersion: text,
	kind: text,
	'current-context': text,
	clusters: list(nullToo(fields({name: text, cluster}))),
	users: list(nullToo(fields({name: text, user}))),
	contexts: list(nullToo(fields({name: text, context}))),
});
export type KubeconfigFile = Of<typeof kubeconfigFile>;

/** An entry and the file it stands in: relative paths in it start from there. */
export interface Placed<Entry> {
	readonly file: string;
	readonly entry: Entry;
}

/** All files as one, with kubectl's precedence. Paths are as they stand in the files. */
export interface Kubeconfig {
	readonly currentContext: string | undefined;
	readonly clusters: ReadonlyMap<string, Placed<ClusterEntry>>;
	readonly users: ReadonlyMap<string, Placed<UserEntry>>;
	readonly contexts: ReadonlyMap<string, Placed<ContextEntry>>;
	/** The files that were read, for messages. */
	readonly files: readonly string[];
}

/** An argument may be empty; dropping it would shift those behind it. */
function emptyToo(shape: Shape<string>): Shape<string> {
	return (value, path, problems) => (value === '' || value === null ? '' : shape(value, path, problems));
}

/** An entry may be null: kubectl takes it as one without a name. */
function nullToo<T>(shape: Shape<T>): Shape<T> {
	return (value, path, problems) => shape(value ?? {}, path, problems);
}
