import type {Group} from './group.ts';

/** An error of Java, Node, .NET or PHP that was named: frames, causes, what is printed of its fields. */
export function stackGroup(): Group {
	return {
		take(text) {
			if (CAUSE.test(text)) return 'tells';
			return text === '' || CONTINUATION.test(text) ? 'more' : 'end';
		},
	};
}

/** `java.io.IOException: closed`, `TypeError [ERR_X]: no`, `Unhandled exception. System.Exception: no`. */
export function namesException(text: string): boolean {
	return text.length < NAME_MAX && NAMED.test(text);
}

const NAME_MAX = 4000;

const NAMED =
	/^(?:Exception in thread "[^"]{0,200}" |Unhandled exception\. ?|Uncaught (?:exception )?|(?:PHP )?Fatal error:\s{1,4}Uncaught )?(?:[A-Za-z_$][\w.$\\]{0,200}?)?(?:Error|Exception|Throwable)(?: \[\w{1,60}\])?(?: \(0x[\dA-Fa-f]{1,16}\))?(?:: |$)/;

const CAUSE = /^\s{0,100}(?:Caused by: |---> |\[cause\]: )/;
const CONTINUATION = /^(?:\s|[}\])]|Require stack:|Stack trace:|- |#\d{1,4} |\.\.\. \d{1,6} |Node\.js v\d)/;
