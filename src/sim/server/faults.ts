import type {ServerResponse} from 'node:http';

/** What the next requests meet, as `Faults` of the contract sets it. */
export interface FaultRules {
	latencyMs: number;
	answer(rule: AnswerRule): void;
	hang(path: string, times: number): void;
	forbid(verb: string, resource: string, namespace: string | undefined): void;
	/** The rule for this request, used up by one; `hang` means to say nothing. */
	take(url: string): AnswerRule | 'hang' | undefined;
	/** `resource` with its subresource: `pods/log`. */
	isForbidden(verb: string, resource: string, group: string, namespace: string): boolean;
	clear(): void;
}

export interface AnswerRule {
	readonly path: string;
	readonly status: number;
	readonly times?: number;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export function createFaultRules(): FaultRules {
	const rules: {path: string; left: number; rule: AnswerRule | 'hang'}[] = [];
	const taken: {verb: string; resource: string; namespace: string | undefined}[] = [];
	return {
		latencyMs: 0,
		answer(rule) {
			rules.push({path: rule.path, left: rule.times ?? 1, rule});
		},
		hang(path, times) {
			rules.push({path, left: times, rule: 'hang'});
		},
		forbid(verb, resource, namespace) {
			taken.push({verb, resource, namespace});
		},
		take(url) {
			const found = rules.find(({path, left}) => left > 0 && url.startsWith(path));
			if (found === undefined) return undefined;
			found.left -= 1;
			return found.rule;
		},
		isForbidden(verb, resource, group, namespace) {
			return taken.some(
				rule =>
					(rule.verb === '*' || rule.verb === verb) &&
					(rule.namespace === undefined || rule.namespace === namespace) &&
					(rule.resource === `${resource}.${group}` ||
						(rule.resource === resource && group !== 'metrics.k8s.io')),
			);
		},
		clear() {
			rules.length = 0;
			taken.length = 0;
			this.latencyMs = 0;
		},
	};
}

/** Answers as a rule says; without a body, by a Status as the API server makes it from the code alone. */
export function sendRule(response: ServerResponse, {status, body, headers = {}}: AnswerRule): void {
	const text = body ?? JSON.stringify(statusOf(status, headers));
	response.writeHead(status, {'Content-Type': 'application/json', ...headers});
	response.end(text);
}

const WORDS: ReadonlyMap<number, readonly [reason: string, message: string]> = new Map([
	[401, ['Unauthorized', 'Unauthorized']],
	[403, ['Forbidden', 'forbidden: User "simulated" cannot do that']],
	[410, ['Expired', 'The provided resource version is too old']],
	[429, ['TooManyRequests', 'Too many requests, please try again later.']],
	[500, ['InternalError', 'Internal error occurred: etcdserver: request timed out']],
	[503, ['ServiceUnavailable', 'the server is currently unable to handle the request']],
	[504, ['Timeout', 'Timeout: request did not complete within the allotted timeout']],
]);

function statusOf(code: number, headers: Readonly<Record<string, string>>): object {
	const [reason, message] = WORDS.get(code) ?? ['Unknown', `the server answered ${code}`];
	const wait = headers['Retry-After'];
	const details = wait === undefined ? {} : {details: {retryAfterSeconds: Number(wait)}};
	return {kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, ...details, code};
}
