import type {LogLine} from './log-lines.ts';
import {DETAILS_MAX, type Episode, type Frame, FRAMES_MAX, type Raised} from './raised.ts';

/**
 * Reads an error of Node, Java, .NET or PHP that begins in this line, with its frames and causes, or one that is printed without
 * frames: `ValueError: no such mode`. Undefined when none begins here.
 */
export function readStackTrace(lines: readonly LogLine[], from: number): Episode | undefined {
	const head = headOf(lines[from]?.text ?? '', lines[from + 1]?.text ?? '');
	if (head === undefined) return undefined;
	let last = raisedOf(head, from);
	const raised = [last];
	let to = from + 1;
	for (let index = to; index < lines.length; index++) {
		const text = lines[index]?.text ?? '';
		if (text === '') continue;
		const cause = CAUSE.exec(text)?.groups?.['rest'];
		const causeHead = cause === undefined ? undefined : headOf(cause, '');
		if (causeHead !== undefined) {
			last = raisedOf(causeHead, index);
			raised.push(last);
		} else if (isFrame(text)) {
			// The innermost comes first, unlike in Python.
			if (last.frames.length < FRAMES_MAX) last.frames.unshift(frameOf(text));
		} else if (CONTINUATION.test(text)) {
			if (last.details.length < DETAILS_MAX) last.details.push(text.trim());
		} else break;
		to = index + 1;
	}
	return {raised, from, to};
}

interface Head {
	readonly name: string;
	readonly message: string;
}

type Growing = Raised & {readonly details: string[]; readonly frames: Frame[]};

function raisedOf({name, message}: Head, index: number): Growing {
	return {name, message: message.trim(), details: [], frames: [], index};
}

/** A logger may have put anything before it, when a frame follows. */
function headOf(text: string, next: string): Head | undefined {
	const anchored = HEAD.exec(text)?.groups;
	if (anchored !== undefined) return {name: anchored['name'] ?? '', message: anchored['message'] ?? ''};
	if (!isFrame(next)) return undefined;
	const {name, message = ''} = INSIDE.exec(text)?.groups ?? {};
	if (name !== undefined) return {name, message};
	// node-postgres calls its errors `error`.
	return text.startsWith('error: ') ? {name: 'error', message: text.slice(7)} : undefined;
}

const HEAD =
	/^(?:Exception in thread "[^"]{0,200}" |Unhandled exception\. ?|Uncaught (?:exception )?|(?:PHP )?Fatal error:\s{1,4}Uncaught )?(?<name>(?:[A-Za-z_$][\w.$\\]{0,200}?)?(?:Error|Exception|Throwable))(?: \[\w{1,60}\])?(?: \(0x[\dA-Fa-f]{1,16}\))?: ?(?<message>.*)$/;
const INSIDE =
	/(?<![\w.$])(?<name>(?:[A-Za-z_$][\w.$]{0,200}?)?(?:Error|Exception))(?: \[\w{1,60}\])?(?:: ?(?<message>.*))?$/;
const CAUSE = /^\s*(?:Caused by: |---> |\[cause\]: )(?<rest>.*)$/;
const CONTINUATION = /^(?:\s|[}\])]|Require stack:|- |\.\.\. \d{1,6} )/;

function isFrame(text: string): boolean {
	return /^\s{1,20}at \S/.test(text);
}

/** `at connect (/app/src/db.js:10:5)`, `at com.shop.App.main(App.java:12)`, `at Shop.Program.Main() in /src/Program.cs:line 3`. */
function frameOf(text: string): Frame {
	const rest = text.trim().replace(/ \{$/, '').slice(3);
	const {name = '', place = ''} =
		/^(?:async )?(?<name>[^(]{0,300}?) ?\((?<place>[^()]{1,300})\)$/.exec(rest)?.groups ?? {};
	const found = place === '' ? (/ in (.{1,300})$/.exec(rest)?.[1] ?? rest) : place;
	const {file = found, line = ''} =
		/^(?<file>.{1,300}?):(?:line )?(?<line>\d{1,7})(?::\d{1,7})?$/.exec(found)?.groups ?? {};
	return {file: file.replace(/^async /, ''), line, function: name};
}
