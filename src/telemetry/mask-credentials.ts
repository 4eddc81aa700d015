/**
 * Hides what must not be shown: passwords of addresses, values of what is called a password or a token, tokens by their look, and
 * what pydantic was given. Logs print them in connection strings and in the errors about them.
 */
export function maskCredentials(text: string): string {
	return MASKS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

/** What follows `password:` in a sentence is a word of it. */
const WORDS =
	'(?!(?:yes|no|not|is|are|was|must|may|can|cannot|missing|required|field|none|null|nil|undefined|unset|empty|invalid|input|string|value)\\b)';

/** Every repetition has a limit: a log may hold 64 KB of anything. */
const MASKS: readonly (readonly [RegExp, string])[] = [
	[/(:\/\/[^\s:/@"']{0,100}:)[^\s@]{1,300}(?=@)/g, '$1***'],
	// The line was cut inside of it.
	[/(:\/\/[^\s:/@"'[]{0,100}:)(?!\d{1,5}(?:[/?\s]|$))[^\s@/]{1,300}$/, '$1***'],
	[
		new RegExp(
			`((?:passwo?r?d|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["']?\\s?[=:]\\s?["']?)${WORDS}[^\\s"',;&)}\\]]{1,300}`,
			'gi',
		),
		'$1***',
	],
	[/(authorization["']?\s?[=:]\s?["']?)[^"',;)}\]]{1,300}/gi, '$1***'],
	[/\b(bearer|basic) [\w.~+/=-]{8,300}/gi, '$1 ***'],
	[/\beyJ[\w-]{10,500}\.[\w-]{10,1000}\.?[\w-]{0,500}/g, '***'],
	[/input_value=.{0,400}?(, input_type=)/g, 'input_value=***$1'],
];
