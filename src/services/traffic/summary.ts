import type {TrafficSummary} from '../../model/traffic.ts';
import type {ServiceTraffic} from './contract.ts';

/** With fewer requests in the last minute, five are looked at. */
const ENOUGH = 10;

/**
 * The requests of a service in the few numbers of the home screen.
 * @param because why its logs are not read, where they are not (`no right to get pods/log in shop`); empty when they are
 * @param timingWords why a log format carries no durations, by its id (`uvicorn's access log carries no duration`); empty when it does
 */
export function summaryOf(
	traffic: ServiceTraffic | undefined,
	because: string,
	timingWords: (format: string) => string,
): TrafficSummary {
	if (traffic === undefined || traffic.timing === 'unknown') {
		const unknown = {rate: undefined, p95Ms: undefined, serverErrors: undefined};
		return {...unknown, isScaled: false, because: because === '' ? 'no requests in its logs' : because};
	}
	const {m1, m5} = traffic.total;
	const {count, rate, serverErrors, durations} = m1.count < ENOUGH ? m5 : m1;
	const p95Ms = durations.quantile(0.95);
	return {
		rate,
		p95Ms,
		serverErrors: count === 0 ? undefined : serverErrors / count,
		isScaled: traffic.from === 'app' && traffic.coverage.read < traffic.coverage.of,
		because: p95Ms === undefined ? whyNot(traffic, count, timingWords) : '',
	};
}

function whyNot({timing, formats}: ServiceTraffic, count: number, timingWords: (format: string) => string): string {
	if (count === 0) return 'no requests in the last 5 minutes';
	if (timing === 'slow-only') return 'its log tells only how long slow requests took';
	return formats.map(timingWords).find(words => words !== '') ?? 'its access log carries no duration';
}
