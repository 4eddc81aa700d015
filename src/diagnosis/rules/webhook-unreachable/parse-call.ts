/** A call of the API server that failed. */
export interface WebhookCall {
	/** Its name, as its configuration has it. */
	readonly webhook: string;
	/** `policy.kyverno.svc`; empty when the message does not name it. */
	readonly host: string;
	/** Of the Service, when it is called by one; else empty. */
	readonly service: string;
	readonly namespace: string;
	/** `connection refused`: what came in place of an answer. */
	readonly trouble: string;
}

/** `failed calling webhook "w": failed to call webhook: Post "https://svc.ns.svc:443/path?timeout=10s": dial tcp …: connect: …`. */
export function parseCall(words: string): WebhookCall {
	const webhook = /failed calling webhook "(?<name>[^"]{1,300})"/.exec(words);
	const post = /(?:Post|Get) "?https?:\/\/(?<host>[^\s:/"]{1,253})[^\s"]{0,500}"?: /.exec(words);
	const host = post?.groups?.['host'] ?? '';
	const [service = '', namespace = '', kind] = host.split('.');
	const isService = kind === 'svc';
	const last = post ?? webhook;
	const rest = last === null ? words : words.slice(last.index + last[0].length);
	return {
		webhook: webhook?.groups?.['name'] ?? 'of the cluster',
		host,
		service: isService ? service : '',
		namespace: isService ? namespace : '',
		trouble: rest
			.replace(/^[:\s]{1,3}/, '')
			.replace(/^failed to call webhook: /, '')
			.replace(/^dial tcp [^\s]{1,100}: (?:connect: )?/, ''),
	};
}
