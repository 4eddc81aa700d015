import type {LogSource} from '../../../src/model/log.ts';
import type {LoggedRequest} from '../../../src/model/request.ts';
import type {Coverage, ServiceTraffic, TrafficBook} from '../../../src/services/traffic/contract.ts';
import {createTrafficBook} from '../../../src/services/traffic/traffic-book.ts';

/** On a whole minute, so that windows are as long as they are called. */
export const NOW = Date.UTC(2026, 10, 24, 12);

export function requestOf(over: Partial<LoggedRequest>): LoggedRequest {
	return {
		method: 'GET',
		path: '/items',
		route: '',
		status: 200,
		durationMs: undefined,
		id: '',
		agent: '',
		upstream: '',
		slowOnly: false,
		...over,
	};
}

export function sourceOf(pod: string, revision = 'rev 1', service = 'shop'): LogSource {
	return {
		key: `uid-${pod}/app`,
		namespace: 'shop',
		pod,
		podUid: `uid-${pod}`,
		container: 'app',
		previous: false,
		revision,
		service,
	};
}

export interface Scene {
	readonly book: TrafficBook;
	/** A request so many seconds before `NOW`, of `shop-a` when nothing else is said. */
	take(secondsAgo: number, over: Partial<LoggedRequest>, source?: LogSource, format?: string, service?: string): void;
	/** What is told of `shop`, so many seconds after `NOW`. */
	read(secondsLater?: number): ServiceTraffic;
}

/** A book of one service, all of whose logs were read for a quarter of an hour. */
export function createScene(over: Partial<Coverage> = {}): Scene {
	const book = createTrafficBook();
	const coverage = {read: 2, of: 2, since: NOW - 15 * 60_000, revisions: ['rev 2', 'rev 1'], ...over};
	book.cover(new Map([['shop', coverage]]));
	return {
		book,
		take(secondsAgo, request, source = sourceOf('shop-a'), format = 'uvicorn-access', service) {
			book.take(requestOf(request), NOW - secondsAgo * 1000, source, format, service);
		},
		read(secondsLater = 0) {
			const traffic = book.of('shop', NOW + secondsLater * 1000);
			if (traffic === undefined) throw new Error('shop is not covered');
			return traffic;
		},
	};
}
