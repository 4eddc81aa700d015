import type {Group} from './group.ts';

/** The group that begins with this line; undefined when it is no panic. */
export function panicGroup(text: string): Group | undefined {
	if (text.startsWith('panic: ') || text.startsWith('fatal error: ') || isGoroutine(text)) return goGroup();
	if (!text.startsWith("thread '")) return undefined;
	const {rest} = /^thread '[^']{0,100}'(?: \(\d{1,10}\))? panicked at (?<rest>.*)$/.exec(text)?.groups ?? {};
	return rest === undefined ? undefined : rustGroup(rest.startsWith("'"));
}

/** `goroutine 12 [running]:` */
export function isGoroutine(text: string): boolean {
	return text.startsWith('goroutine ') && /^goroutine \d{1,12} \[/.test(text);
}

/** A panic of Go, or of one of its servers' goroutines, that has begun. */
function goGroup(): Group {
	return {take: text => (text === '' || GO.test(text) ? 'more' : 'end')};
}

/** A panic of Rust: since 1.73 its message has the second line. */
function rustGroup(hasMessage: boolean): Group {
	let isNamed = hasMessage;
	return {
		take(text) {
			if (!isNamed) {
				isNamed = true;
				return 'tells';
			}
			return text === '' || RUST.test(text) ? 'more' : 'end';
		},
	};
}

const GO = /^(?:\s|goroutine \d|\[signal |created by |exit status \d|panic: |\S{1,300}\(.{0,2000}\)$)/;
const RUST = /^(?:\s|note: |stack backtrace:)/;
