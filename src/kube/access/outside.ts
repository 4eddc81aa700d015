import type {Clock} from '../../lib/clock.ts';
import type {Files} from '../../platform/files.ts';
import type {Environment, Processes} from '../../platform/processes.ts';

/** All that reaching a cluster takes from the machine. */
export interface Outside {
	readonly environment: Environment;
	/** The user's home folder. */
	readonly home: string;
	readonly files: Files;
	readonly processes: Processes;
	readonly clock: Clock;
}

/** A kubeconfig with the certificates of a hundred clusters has 1 MB; beyond this it is not one. */
export const CONFIG_BYTES_MAX = 10 * 1024 * 1024;

/** A bundle of all public authorities has 0.3 MB. */
export const CREDENTIAL_BYTES_MAX = 1024 * 1024;

/** What Node says when a file cannot be read, as the rest of a sentence about the file. */
export function whyUnreadable(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return 'does not exist';
		case 'EACCES':
		case 'EPERM':
			return 'may not be read by you: check its permissions';
		case 'EISDIR':
			return 'is a folder';
		case 'EFBIG':
			return 'is too large to be one';
		default:
			return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
	}
}

export function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
