import type {Session} from '../../src/session/session.ts';
import type {Row} from '../../src/model/row.ts';
import type {TrafficSummary} from '../../src/model/traffic.ts';
import type {ServiceTraffic} from '../../src/services/traffic/contract.ts';

/** From now on the logs of that session say this, by the name of the service; `because` of those that are not named. */
export function pretendTraffic(
	session: Session,
	traffic: Readonly<Record<string, ServiceTraffic>>,
	because = '',
): void {
	const {facts, world} = session;
	const nameOf = (uid: string): string => world.getState().services.find(service => service.uid === uid)?.name ?? '';
	const of = (uid: string): ServiceTraffic | undefined => traffic[nameOf(uid)];
	Object.assign(session, {
		traffic: {of, because: (uid: string) => (of(uid) === undefined ? because : '')},
		facts: () => ({...facts(), trafficOf: ({uid}: Row) => summaryOf(of(uid))}),
	});
	session.flush();
}

function summaryOf(traffic: ServiceTraffic | undefined): TrafficSummary | undefined {
	if (traffic === undefined) return undefined;
	const {coverage, total} = traffic;
	const {count, rate, serverErrors, durations} = total.m5;
	return {
		rate,
		p95Ms: durations.quantile(0.95),
		serverErrors: count === 0 ? undefined : serverErrors / count,
		isScaled: coverage.read < coverage.of,
		because: '',
	};
}
