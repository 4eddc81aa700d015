import type {DatabaseServerReading, PoolerReading} from '../../model/database-server.ts';
import type {PoolReading} from '../../model/pool.ts';
import type {Sourced} from './contract.ts';
import type {DatabaseServer, DatabaseUser} from './servers.ts';

/** A database server as of one moment: what may be wanted of it, and what was measured. */
export interface DatabaseState {
	readonly server: DatabaseServer;
	/** Connections that are held now, by all that we know of; `≥` when not every pod was measured. */
	readonly inUse: (Sourced & {readonly isPartial: boolean}) | undefined;
	readonly users: readonly UserState[];
	/** Connections in use, one figure for each 15 seconds of the last 15 minutes, the oldest first; undefined where nothing was measured. */
	readonly series: readonly (number | undefined)[];
	/** What an exporter beside the server, or the server itself, says. */
	readonly reading: DatabaseServerReading | undefined;
	/** What an exporter beside a pooler says. */
	readonly pooler: PoolerReading | undefined;
	/** What the user asked for and is not known, and why: `--db: db:5432 refuses connections`. */
	readonly remarks?: readonly string[];
	/** Why nothing is measured, in a few words: `no right to get pods/proxy in shop`, `/metrics answers 404`; empty when something is. */
	readonly because: string;
}

export interface UserState {
	readonly user: DatabaseUser;
	/** Sums over the pods that were measured; undefined when none was. */
	readonly inUse: number | undefined;
	readonly waiting: number | undefined;
	/** How long callers waited for a connection between the last two looks; of the worst pod. */
	readonly waitP95Ms: number | undefined;
	/** Callers that gave up waiting, per minute. */
	readonly timeoutsPerMinute: number | undefined;
	/** Connections made anew, per second. */
	readonly openedPerSecond: number | undefined;
	/** The most that wait first. */
	readonly pods: readonly PodPool[];
	/** Why nothing of it is measured; empty when something is. */
	readonly because: string;
}

export interface PodPool {
	/** Its name and uid. */
	readonly pod: string;
	readonly uid: string;
	readonly pool: PoolReading;
	readonly waitP95Ms: number | undefined;
}
