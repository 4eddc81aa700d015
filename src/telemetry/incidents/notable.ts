import type {Level} from '../../model/log.ts';
import {isAccessLine} from '../access-line.ts';
import {isTracebackStart} from './group.ts';

/**
 * Whether a line may begin a complaint. Twenty thousand lines a second come by here: what calls itself information is let go unless a
 * traceback begins in it, and what has no level is only looked at for a few words.
 */
export function isNotable(text: string, level: Level | undefined): boolean {
	if (text.startsWith('{')) return level === undefined ? WORDS.test(text) : LOUD.has(level) || STACK.test(text);
	if (level !== undefined) return LOUD.has(level) || isTracebackStart(text);
	return WORDS.test(text) && !isAccessLine(text);
}

const LOUD: ReadonlySet<Level> = new Set<Level>(['warn', 'error', 'fatal']);

/** A record that calls itself information may carry an exception all the same. */
const STACK = /Traceback \(most|"(?:exc_info|exception|stack_trace|stacktrace|stack)":"[^"]/;

/** In every text that is known as trouble, and in every head of an exception, is one of these. */
const WORDS =
	/rror|xception|[Ff]ail|raceback|panic|refuse|REFUSED|[Tt]ime(?:d |-)?out|TIMEDOUT|timed out|[Dd]eadlock|[Ll]ock wait|LockNot|onnection|too many|[Tt]oo many|lients|slots|[Pp]ool|Queue|database|does not|doesn't|expired|denied|[Uu]nreach|UNREACH|esol|ENOTFOUND|EAI_AGAIN|no such|not known|NXDOMAIN|NOAUTH|WRONG|certificate|CERTIFICATE|x509|tls:|SSL|pg_hba|bad address|No route|No space|ENOSPC|No brokers|NoHost|AutoReconnect|gone away|migrat|evision|readiness|cancel|maximum|MaxClients|query_|client_login|no response|rejecting|in `|in '/;
