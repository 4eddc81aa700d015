import type {Facts} from '../../src/kinds/contract.ts';
import type {TrafficView} from '../../src/session/logs/contract.ts';
import type {Session} from '../../src/session/session.ts';
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
	const view: TrafficView = {slowMs: 1000, of, because: uid => (of(uid) === undefined ? because : '')};
	Object.defineProperty(session, 'traffic', {value: view, configurable: true});
	Object.defineProperty(session, 'facts', {
		value: (): Facts => ({...facts(), trafficOf: ({uid}) => summaryOf(of(uid))}),
		configurable: true,
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
