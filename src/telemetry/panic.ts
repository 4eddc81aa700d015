import type {LogLine} from './log-lines.ts';
import type {Episode, Frame, Raised} from './raised.ts';

/** Reads what Go, Rust, Ruby and Spring Boot print when they give up, where it begins in this line. */
export function readPanic(lines: readonly LogLine[], from: number): Episode | undefined {
	const text = lines[from]?.text ?? '';
	for (const read of [readGo, readRust, readRuby, readSpring]) {
		const found = read(text, lines, from);
		if (found !== undefined) return found;
	}
	return undefined;
}

type Read = (text: string, lines: readonly LogLine[], from: number) => Episode | undefined;

const readGo: Read = (text, lines, from) => {
	const {name, message = ''} = /^(?<name>panic|fatal error): (?<message>.*)$/.exec(text)?.groups ?? {};
	if (name === undefined) return undefined;
	const frames: Frame[] = [];
	let to = from + 1;
	for (let index = to; index < lines.length; index++) {
		const line = lines[index]?.text ?? '';
		if (line === '') continue;
		if (!GO_CONTINUATION.test(line)) break;
		const {file, number = ''} = /^\s+(?<file>\S{1,300}\.go):(?<number>\d{1,7})/.exec(line)?.groups ?? {};
		const caller = /^(\S{1,200})\(/.exec(lines[index - 1]?.text ?? '')?.[1] ?? '';
		if (file !== undefined && frames.length < 20) frames.unshift({file, line: number, function: caller});
		to = index + 1;
	}
	return episodeOf({name, message: message.replace(/ \[recovered\]$/, ''), frames}, from, to);
};

const GO_CONTINUATION = /^(?:\s|goroutine \d|\[signal |created by |exit status \d|\S{1,300}\(.*\)$)/;

/** Since 1.73 the message has a line of its own. */
const readRust: Read = (text, lines, from) => {
	const {rest} = /^thread '[^']{0,100}'(?: \(\d{1,10}\))? panicked at (?<rest>.*)$/.exec(text)?.groups ?? {};
	if (rest === undefined) return undefined;
	const old = /^'(?<message>.*)', (?<place>[^',]{1,300})$/.exec(rest)?.groups;
	const [file = '', line = ''] = (old?.['place'] ?? rest).split(':');
	const message = old?.['message'] ?? lines[from + 1]?.text ?? '';
	return episodeOf({name: 'panic', message, frames: [{file, line, function: ''}]}, from, from + (old ? 1 : 2));
};

const readRuby: Read = (text, lines, from) => {
	const {file, line = '', message = '', name = ''} = RUBY.exec(text)?.groups ?? {};
	if (file === undefined) return undefined;
	let to = from + 1;
	while (/^\s+(?:from |\d+: from )/.test(lines[to]?.text ?? '')) to += 1;
	return episodeOf({name, message, frames: [{file, line, function: ''}]}, from, to);
};

const RUBY =
	/^(?<file>[^\s:]{1,300}):(?<line>\d{1,7}):in [`'].{1,200}?': (?<message>.*) \((?<name>[A-Z][\w:]{0,100})\)$/;

/** Between its frames of asterisks Spring Boot says in a sentence what is wrong. */
const readSpring: Read = (text, lines, from) => {
	if (text.trim() !== 'APPLICATION FAILED TO START') return undefined;
	const ahead = lines.slice(from + 1, from + 15).map(line => line.text.trim());
	const at = ahead.indexOf('Description:');
	const message = at === -1 ? undefined : ahead.slice(at + 1).find(line => line !== '');
	if (message === undefined) return undefined;
	return episodeOf({name: '', message, frames: []}, from, from + 2 + ahead.indexOf(message));
};

function episodeOf(fields: Pick<Raised, 'name' | 'message' | 'frames'>, from: number, to: number): Episode {
	return {raised: [{...fields, details: [], index: from}], from, to};
}
