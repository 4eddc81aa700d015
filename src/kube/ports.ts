import type {Readable} from 'node:stream';
import type {WebSocket} from 'ws';
import type {ReflectorState} from '../model/connection.ts';

export type {ReflectorState} from '../model/connection.ts';

/** One cluster as the kubeconfig describes it, ready to be spoken to. */
export interface ClusterAccess {
	readonly contextName: string;
	readonly clusterName: string;
	readonly userName: string;
	/** Asked for, or that of the context; empty (all) when neither names one. */
	readonly namespace: string;
	readonly server: URL;
	readonly tls: {
		readonly ca: Buffer | undefined;
		readonly insecureSkipVerify: boolean;
		readonly serverName: string | undefined;
	};
	/** The proxy to go through, from proxy-url or the environment. */
	readonly proxy: URL | undefined;
	/** Impersonate-User, Impersonate-Group …; a header may repeat. */
	readonly impersonation: Readonly<Record<string, string | string[]>>;
	readonly credentials: Credentials;
	/** The kubeconfig forbids gzip: it costs the server time and a near client nothing. */
	readonly disableCompression?: boolean;
}

/** Who we are. Reading may run a program or a file; runs for the same credential are shared. */
export interface Credentials {
	/** Throws FaultError with kind `credential`. */
	read(): Promise<{readonly authorization?: string; readonly cert?: Buffer; readonly key?: Buffer}>;
	/** After a 401: the next read must not use what it has. */
	forget(): void;
	/** Ends the program that runs for it, if one does: nobody waits for it any more. Nothing is read afterwards. */
	stop?(): void;
}

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Already decompressed. Destroying it ends the request. */
	readonly body: Readable;
}

export interface Ask {
	readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** Begins with `/` and carries its query. */
	readonly path: string;
	readonly accept?: string;
	readonly body?: {readonly type: string; readonly text: string};
	readonly signal: AbortSignal;
	/** Until the answer's head; 30 s when missing. The body has no limit of its own. */
	readonly headTimeoutMs?: number;
	/** gzip is asked for unless false: watches and logs must arrive as they are written. */
	readonly compress?: boolean;
	/**
	 * What answers is a pod behind the API server: every answer is one, whatever its status, a 401 says nothing of our login, nor its
	 * time anything of the server's.
	 */
	readonly isProxied?: true;
}

export interface Upgrade {
	/** Begins with `/` and carries its query. */
	readonly path: string;
	/** Subprotocols, of which the server takes one. */
	readonly protocols: readonly string[];
	/** Ends the socket too, once it is open. */
	readonly signal: AbortSignal;
	/** Until it is open; 30 s when missing. */
	readonly headTimeoutMs?: number;
}

/** One HTTP client per cluster: keep-alive, HTTP/1.1, credentials on every request. */
export interface Transport {
	/** Resolves with any 2xx answer; otherwise throws FaultError, made from the Status body when there is one. A 401 refreshes the credentials and asks once more. */
	ask(request: Ask): Promise<Answer>;
	/**
	 * Opens a WebSocket, as the same user and by the same way; what is thrown is what `ask` throws. Its errors are listened to: who only
	 * waits for its `close` misses nothing. Messages that come before the caller listens are not lost: it is paused.
	 */
	upgrade(request: Upgrade): Promise<WebSocket>;
	/** A small document: at most `bytesMax` (4 MB when missing), 10 s in all. */
	json(request: Omit<Ask, 'compress'> & {readonly bytesMax?: number}): Promise<unknown>;
	/** Round trip of the newest plain request in milliseconds; undefined before the first. */
	readonly latencyMs: number | undefined;
	/** How far the clock of the server is ahead of ours, in milliseconds; 0 while they agree to within a few seconds. */
	readonly clockAheadMs: number;
	/** Ends all sockets and a login under way; requests in flight fail with `unreachable`. */
	close(): void;
}

/** Where a reflector writes. The list is swapped in as one: between `begin` and `complete` the old rows stay. */
export interface Sink<Row> {
	/** A list starts. Rows that follow belong to it. */
	begin(): void;
	/** A row of the list, or added or changed while watching. */
	put(row: Row): void;
	drop(uid: string): void;
	/** The list is whole: what was not in it is gone. */
	complete(): void;
	/** The state changed. */
	state(state: ReflectorState): void;
	/** An object could not be read (malformed): `what` names it. It is left out. */
	problem(what: string): void;
}

export interface Reflector {
	readonly state: ReflectorState;
	/** Skips the rest of a wait: the user asked, or the machine woke up. */
	retryNow(): void;
	stop(): void;
}
