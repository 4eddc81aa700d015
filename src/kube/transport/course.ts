import {Cancelled} from '../../lib/failure.ts';

/** One request from its start to the end of its body. */
export interface Course {
	/** Aborts with an Error as its reason: Cancelled when the asker gave up, else what the transport says. */
	readonly signal: AbortSignal;
	/** The end: nothing is listened to any more. */
	release(): void;
}

/** The requests under way, so that closing the transport can end them. */
export interface Courses {
	start(asker: AbortSignal): Course;
	/** Ends all of them, and those that come. */
	close(reason: Error): void;
	/** Aborts on `close`. */
	readonly closing: AbortSignal;
}

export function createCourses(): Courses {
	const closing = new AbortController();
	const underWay = new Set<AbortController>();
	return {
		closing: closing.signal,
		start(asker) {
			const course = new AbortController();
			const cancel = (): void => course.abort(new Cancelled('The request was called off.'));
			underWay.add(course);
			if (closing.signal.aborted) course.abort(closing.signal.reason);
			else if (asker.aborted) cancel();
			else asker.addEventListener('abort', cancel, {once: true});
			return {
				signal: course.signal,
				release() {
					underWay.delete(course);
					asker.removeEventListener('abort', cancel);
				},
			};
		},
		close(reason) {
			closing.abort(reason);
			for (const course of underWay) course.abort(reason);
		},
	};
}

/** The value, unless the signal aborts before: then its reason is thrown. */
export function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		const stop = (): void => reject(signal.reason);
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, {once: true});
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
