/** Why the API server does not take a pod. */
export type RefusalKind =
	| 'quota'
	| 'limit-range'
	| 'pod-security'
	| 'webhook-denied'
	| 'webhook-unreachable'
	| 'service-account'
	| 'priority-class'
	| 'invalid'
	/** What is over at the next try: the server is busy, or the pod of that name is not quite gone. */
	| 'passing'
	/** The namespace is being deleted: that nothing is created any more is as it should be. */
	| 'namespace-ending'
	| 'other';

/**
 * The texts of the API server's admission plugins (`plugin/pkg/admission`), of its webhooks and policies, and of OpenShift. The first
 * that fits counts; what a webhook says is its own, so these come first.
 */
const TEXTS: readonly (readonly [RefusalKind, RegExp])[] = [
	['webhook-denied', /admission webhook "[^"]{1,300}" denied the request|ValidatingAdmissionPolicy '[^']{1,300}'/],
	['webhook-unreachable', /failed calling webhook/],
	['namespace-ending', /because it is being terminated/],
	['quota', /(?:exceeded|failed) quota: |insufficient quota/],
	[
		'pod-security',
		/violates PodSecurity|unable to validate against any (?:security context constraint|pod security policy)/,
	],
	['limit-range', /(?:maximum|minimum) \S{1,100} usage per |max limit to request ratio per /],
	['service-account', /error looking up service account|serviceaccounts? "[^"]{1,253}" not found/],
	['priority-class', /no PriorityClass with name/i],
	[
		'passing',
		/already exists|object is being deleted|has been modified|etcdserver: |request timed out|did not complete within|Too Many Requests|server is currently unable|status unknown for quota|connection refused|context deadline exceeded/i,
	],
	['invalid', / is invalid: /],
];

/** @param words those of `wordsOfRefusal` */
export function refusalKindOf(words: string): RefusalKind {
	return TEXTS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/**
 * What the API server said, without what controllers put before it: `Error creating: pods "api-x" is forbidden: `, `create Pod web-0
 * in StatefulSet web failed error: `. The name of the pod goes with it, since it is another one at each try.
 */
export function wordsOfRefusal(message: string): string {
	let words = message;
	for (const wrapper of WRAPPERS) words = words.replace(wrapper, '');
	return words;
}

const WRAPPERS: readonly RegExp[] = [
	/^\(combined from similar events\): /,
	/^Error creating: /,
	/^create (?:Pod|Claim) \S{1,253} (?:for Pod \S{1,253} )?in StatefulSet \S{1,253} failed error: /i,
	/^Internal error occurred: /,
	/^(?:pods|persistentvolumeclaims) "[^"]{1,253}" is forbidden: /,
];
