/** What a security level does not admit. */
export interface Violations {
	/** `PodSecurity restricted:latest`, or what stands in its place. */
	readonly level: string;
	readonly violations: readonly {
		/** `allowPrivilegeEscalation != false`. */
		readonly what: string;
		/** What would have to be set, as the server words it; empty when it does not say. */
		readonly demand: string;
	}[];
}

/** `violates PodSecurity "restricted:latest": A (container "api" must set B), C (…)`, or OpenShift's `…: [provider x: A, …]`. */
export function parseViolations(words: string): Violations {
	const security = /violates PodSecurity "(?<level>[^"]{1,100})": /.exec(words);
	if (security === null) return parseConstraints(words);
	const list = words.slice(security.index + security[0].length);
	const parts = list.split(/\)(?:, |$)/, VIOLATIONS_MAX);
	const violations = parts.flatMap(part => {
		const [what = '', ...demand] = part.split(' (');
		return what.trim() === '' ? [] : {what: what.trim(), demand: demand.join(' (').trim()};
	});
	return {level: `PodSecurity ${security.groups?.['level'] ?? ''}`, violations};
}

/** A level has fewer rules. */
const VIOLATIONS_MAX = 20;

function parseConstraints(words: string): Violations {
	const start = words.indexOf('[');
	const list = start === -1 ? '' : words.slice(start + 1, start + 2000);
	const level = words.includes('pod security policy')
		? 'every pod security policy'
		: 'every security context constraint';
	// That no constraint may be used is said of each of them, and tells nothing.
	const parts = list
		.split(/, (?=provider |spec\.|\.\w|fsGroup|capabilities)/, VIOLATIONS_MAX)
		.filter(part => part.includes('Invalid value'));
	return {level, violations: parts.map(what => ({what: what.replace(/\]$/, '').trim(), demand: ''}))};
}
