import type {DatabaseState} from '../services/database/state.ts';

/** What is known of the database servers that the services use. */
export interface DatabaseView {
	/** Those with the most users first. */
	states(): readonly DatabaseState[];
	/** The server that a service uses, by the uid of the service; of several the first that its environment names. */
	of(service: string): DatabaseState | undefined;
	/** Why none is known, in a few words; empty when some are. */
	readonly because: string;
}
