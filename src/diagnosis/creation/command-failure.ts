/** Why the command of a container could not be run. */
export interface CommandFailure {
	/** As the message names it; empty when it does not. */
	readonly command: string;
	readonly why: /** No such program in the PATH. */
		| 'not-in-path'
		/** The file is not there, or the interpreter that it names is not. */
		| 'no-file'
		/** It may not be executed, or is a folder. */
		| 'not-executable'
		/** Built for another processor, or no program at all. */
		| 'format';
}

/** What a runtime says: runc `exec: "x": executable file not found in $PATH`, `exec /x: no such file or directory`; crun. */
export function runtimeCommandFailure(message: string): CommandFailure | undefined {
	return firstOf(RUNTIME, message);
}

/** What a shell, `env` or runc's last process writes into the log before it ends with 126 or 127. */
export function loggedCommandFailure(line: string): CommandFailure | undefined {
	return firstOf(LOGGED, line);
}

type Pattern = readonly [CommandFailure['why'], RegExp];

function firstOf(patterns: readonly Pattern[], text: string): CommandFailure | undefined {
	for (const [why, pattern] of patterns) {
		const match = pattern.exec(text);
		if (match !== null) return {command: match.groups?.['command'] ?? '', why};
	}
	return undefined;
}

/** The first that fits counts. */
const RUNTIME: readonly Pattern[] = [
	['not-in-path', /exec: "(?<command>[^"]{1,200})": executable file not found in \$PATH/],
	['not-in-path', /executable file [`'"]?(?<command>[^`'"\s]{0,200})[`'"]? ?not found in \$?PATH/],
	['format', /exec:? "?(?<command>[^\s":]{1,200})"?: exec format error/i],
	['format', /exec format error/i],
	['no-file', /exec:? "?(?<command>[^\s":]{1,200})"?: (?:stat [^\s:]{1,300}: )?no such file or directory/],
	[
		'not-executable',
		/exec:? "?(?<command>[^\s":]{1,200})"?: (?:stat [^\s:]{1,300}: )?(?:permission denied|is a directory|operation not permitted)/,
	],
	['not-executable', /open executable: permission denied/i],
];

const LOGGED: readonly Pattern[] = [
	['format', /(?:exec |^|[\s:])(?<command>[^\s:]{1,200}): (?:cannot execute binary file: )?exec format error/i],
	['no-file', /\bexec (?<command>\/[^\s:]{1,200}): no such file or directory/],
	['not-executable', /\bexec (?<command>\/[^\s:]{1,200}): permission denied/],
	['not-in-path', /\benv: (?:can't execute )?['‘"]?(?<command>[^'’"\s:]{1,200})['’"]?: No such file or directory/],
	[
		'not-in-path',
		/\b(?:a|ba|da|z|k)?sh: (?:(?:line )?\d{1,6}: )?(?:exec: )?(?<command>[^\s:]{1,200}): (?:command )?not found/,
	],
	['not-in-path', /: (?:line )?\d{1,6}: (?:exec: )?(?<command>[^\s:]{1,200}): (?:command )?not found/],
	[
		'not-executable',
		/\b(?:a|ba|da|z|k)?sh: (?:(?:line )?\d{1,6}: )?(?:exec: )?(?<command>[^\s:]{1,200}): Permission denied/,
	],
	['not-executable', /: (?:line )?\d{1,6}: (?:exec: )?(?<command>[^\s:]{1,200}): Permission denied/],
];
