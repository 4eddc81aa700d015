import type {LastWords, LoggedTrouble, StartupFailure} from '../telemetry/last-words.ts';
import type {Crash} from './crashes.ts';

/** What the last words of a crash say it was: exactly one rule speaks of each. */
export type CrashCause =
	| Exclude<StartupFailure, VagueFailure>
	/** What it connects to. */
	| 'dependency'
	/** A table or column that is not there, or is there already. */
	| 'schema'
	/** The start of an application failed, for a reason that is none of these. */
	| 'application';

type VagueFailure = 'application-startup' | 'worker-boot' | 'application-load';

const VAGUE: ReadonlySet<string> = new Set<VagueFailure>(['application-startup', 'worker-boot', 'application-load']);

/** Trouble that keeps a program from starting; a full pool or a deadlock is its own affair. */
export const DEPENDENCY: ReadonlySet<LoggedTrouble['category']> = new Set<LoggedTrouble['category']>([
	...(['refused', 'dns', 'timeout', 'slots', 'tls', 'auth', 'lost', 'starting', 'proxy'] as const),
]);

/** Undefined when the code alone tells, or a line without known words. */
export function causeOf({exit, words}: Pick<Crash, 'exit' | 'words'>): CrashCause | undefined {
	if (words === undefined || exit.code === 0) return undefined;
	const {startup, trouble} = words;
	if (startup !== undefined && !isVague(startup)) return startup;
	if (trouble?.category === 'schema') return 'schema';
	if (trouble !== undefined && DEPENDENCY.has(trouble.category)) return 'dependency';
	return startup === undefined || saysNoMore(words) ? undefined : 'application';
}

function isVague(failure: StartupFailure): failure is VagueFailure {
	return VAGUE.has(failure);
}

/** That it did not start is known by its code. */
function saysNoMore({exception, startup, line}: LastWords): boolean {
	return exception === undefined && startup !== 'application-load' && line === '';
}
