/** Why an image could not be pulled. */
export type PullFailure =
	| 'bad-name'
	/** The policy forbids to pull, and the node does not have it. */
	| 'never-pulled'
	| 'signature'
	| 'disk'
	| 'rate-limit'
	/** The registry does not tell whether it does not exist or may not be seen. */
	| 'denied'
	| 'unauthorized'
	| 'platform'
	| 'certificate'
	| 'not-found'
	| 'dns'
	| 'network'
	/** The registry answers that it is in trouble itself. */
	| 'registry'
	/** The kubelet pulls no more at once. */
	| 'throttled'
	/** Its words are none that we know. */
	| 'unknown'
	/** Nobody kept the words. */
	| 'forgotten';

/**
 * The texts of the kubelet (`pkg/kubelet/images`), containerd, CRI-O (containers/image), Docker, and of registries (distribution
 * spec). The first that fits counts: a refusal may carry the words of several.
 */
const TEXTS: readonly (readonly [PullFailure, RegExp])[] = [
	[
		'bad-name',
		/invalid reference format|InvalidImageName|couldn't parse image|short-name resolution|short name mode|returns ambiguous list/i,
	],
	['disk', /no space left on device|disk quota exceeded/i],
	['throttled', /pull QPS exceeded/i],
	['rate-limit', /toomanyrequests|429 Too Many Requests|pull rate limit|rate exceeded/i],
	// It asked for them, whatever else the client concludes.
	['unauthorized', /no basic auth credentials/i],
	[
		'denied',
		/pull access denied|may require authorization|requested access to the resource is denied|or it may not exist|fetch anonymous token[^\n]{0,600}\b40[134]\b/i,
	],
	[
		'unauthorized',
		/\b40[13] (?:Unauthorized|Forbidden)|insufficient_scope|authorization failed|\bunauthorized:|authentication required|invalid username\/password|is not authorized|access denied|access forbidden|\bdenied:/i,
	],
	[
		'platform',
		/no match for platform|no matching manifest for|no image found in (?:image index|manifest list)|does not match the specified platform|cannot be used on this platform/i,
	],
	[
		'dns',
		/no such host|server misbehaving|Temporary failure in name resolution|\blookup \S{1,300} on [^\n]{1,200}i\/o timeout/i,
	],
	[
		'certificate',
		/x509:|certificate signed by unknown|HTTP response to HTTPS client|\btls: (?:failed|handshake|first record|bad|unknown)|remote error: tls/i,
	],
	[
		'not-found',
		/: not found|manifest unknown|name unknown|code = NotFound|404 Not Found|is not found|(?:manifest|repository|artifact|project|tag) [^\n]{1,300} (?:not found|does not exist)/i,
	],
	[
		'network',
		/i\/o timeout|connection refused|connection reset|context deadline exceeded|handshake timeout|Client\.Timeout|request canceled|network is unreachable|no route to host|unexpected EOF|\bEOF$/i,
	],
	['registry', /\b50[0234] (?:Internal|Bad|Service|Gateway)|status[^\n]{0,20}\b5\d\d\b|registry is unavailable/i],
	['unauthorized', /failed to authorize|unable to retrieve auth token/i],
];

/** What a message tells of the cause; `unknown` when none of its words is known, `forgotten` for none. */
export function pullFailureOf(message: string): PullFailure {
	if (message === '') return 'forgotten';
	return TEXTS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'unknown';
}

const BACK_OFF = /^Back-off pulling image "[^"]{0,1000}"(?:: )?/;
const WRAPPERS =
	/^(?:Failed to pull image "[^"]{0,1000}": |ErrImagePull: |ImagePullBackOff: |rpc error: code = Unknown desc = )/;

/**
 * The message without what says nothing: newer kubelets repeat the cause behind their back-off, older ones only say that they wait.
 * Empty when nothing is left.
 */
export function coreOfPull(message: string): string {
	let core = message.replace(BACK_OFF, '');
	while (WRAPPERS.test(core)) core = core.replace(WRAPPERS, '');
	// What mirrors said is not why the registry itself refused; CRI-O puts it first.
	const mirrors = core.indexOf('(Mirrors also failed:');
	const end = mirrors === -1 ? -1 : core.indexOf(']): ', mirrors);
	return end === -1 ? core : core.slice(end + ']): '.length);
}
