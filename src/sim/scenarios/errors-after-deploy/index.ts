import type {Moment} from '../../contract.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {release, released, shopStory} from '../../shop/story.ts';
import {asgiTraceback} from '../../shop/tracebacks.ts';
import type {Answered} from '../../shop/traffic.ts';

/** Orders without a voucher have no such key. */
const TRACEBACK = asgiTraceback(
	[
		['/app/app/checkout.py', 41, 'checkout', 'total = price_of(cart, order)'],
		['/app/app/checkout.py', 67, 'price_of', `discount = VOUCHERS[order['voucher']]`],
	],
	[`KeyError: 'voucher'`],
);

function failingCheckout(request: Answered, {random}: Moment): Answered {
	if (request.route !== '/checkout' || random() >= 0.08) return request;
	return {...request, status: 500, durationMs: request.durationMs / 4, words: TRACEBACK};
}

export default shopStory({
	id: 'errors-after-deploy',
	title: 'A release that fails for some',
	story: 'A release goes well by all that Kubernetes looks at; since then one checkout in twelve is answered with 500.',
	behaviours: [released({logs: apiLogs({change: failingCheckout})})],
	script: [release({cause: 'api 1.9.0: vouchers'})],
	verdict: {workload: 'api', mark: 'struggling', says: /\/checkout|KeyError/, withinMs: 180_000},
});
