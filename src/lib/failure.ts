/**
 * The three kinds of failure: expected, cancelled, and (everything else that is thrown) a bug.
 * Trouble with a connection is none of them: it is state, see `kube/fault.ts`.
 */

/** What a user can mend: a wrong flag, file or permission. The message is one sentence that says what to do. */
export class ExpectedFailure extends Error {
	override readonly name = 'ExpectedFailure';
	/** What the process ends with: 2 for usage and configuration, as `dogwatch check` documents it. */
	readonly exitCode: number;

	constructor(message: string, exitCode = 2, options?: ErrorOptions) {
		super(message, options);
		this.exitCode = exitCode;
	}
}

/** The user, or the end of the session, stopped it. Nothing is printed. */
export class Cancelled extends Error {
	override readonly name = 'Cancelled';
}

/** The words of anything that was thrown. */
export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
