import {messageOf} from '../../lib/failure.ts';
import type {Answer} from '../ports.ts';
import {isHtml} from '../transport/answer-fault.ts';
import {readBeginning} from '../transport/body.ts';
import {type Attempt, failed} from './attempt.ts';

/** Some 40,000 lines: whoever shows more has labels that nobody can read. A bomb of gzip is defused by it too. */
const TEXT_BYTES_MAX = 4 * 1024 * 1024;

/** What is shown of the place that a redirect names. */
const PLACE_CHARS_MAX = 200;

/**
 * Answers that may be due to the way: a mesh forbids whom it does not know, and who heeds its own name (400, 403, 421) does not know that
 * of the API server, under which its proxy asks.
 */
const MAY_BE_OF_THE_WAY: ReadonlySet<number> = new Set([400, 403, 421, 502, 503, 504]);

/** What a pod answered, as its metrics or as words. Never throws. */
export async function readAnswer({status, headers, body}: Answer, path: string): Promise<Attempt> {
	if (status < 200 || status >= 300 || isHtml(headers)) {
		body.destroy();
		return failed('answer', wordsOf(status, headers, path), MAY_BE_OF_THE_WAY.has(status));
	}
	const {text, isWhole, error} = await readBeginning(body, TEXT_BYTES_MAX);
	if (isWhole) return {text};
	if (error === undefined) return failed('too-large', `${path} has more than ${TEXT_BYTES_MAX / 2 ** 20} MB`);
	return failed('unreachable', `${path} ended before its end (${messageOf(error)})`, true);
}

function wordsOf(status: number, headers: Answer['headers'], path: string): string {
	if (status >= 300 && status < 400) {
		const place = String(headers['location'] ?? 'nowhere').slice(0, PLACE_CHARS_MAX);
		return `${path} sends us elsewhere (${status} to ${place})`;
	}
	if (status >= 200 && status < 300) return `${path} answers with a web page`;
	if (status === 401) return `${path} wants a login (401)`;
	return `${path} answers ${status}`;
}
