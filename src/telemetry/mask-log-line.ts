import {MASK} from '../lib/mask.ts';

/**
 * Hides what must not be shown in a line of a log: passwords of addresses, values of what is called a password or a token, tokens by
 * their look, and what pydantic was given. Unlike a value of a setting (lib/mask.ts) a line is prose, where `password: field required`
 * holds no password, and it may be cut inside of one.
 */
export function maskLogLine(text: string): string {
	return MASKS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

/** What follows `password:` in a sentence is a word of it. */
const WORDS =
	'(?!(?:yes|no|not|is|are|was|must|may|can|cannot|missing|required|field|none|null|nil|undefined|unset|empty|invalid|input|string|value)\\b)';

/** Every repetition has a limit: a log may hold 64 KB of anything. */
const MASKS: readonly (readonly [RegExp, string])[] = [
	// A password may hold an `@`, or a slash: the last one before the path counts, else the first.
	[/(:\/\/[^\s:/@"']{0,100}:)[^\s/]{1,300}(?=@)/g, `$1${MASK}`],
	[/(:\/\/[^\s:/@"']{0,100}:)[^\s@]{1,300}(?=@)/g, `$1${MASK}`],
	// Keys without a password, as Sentry has them; data source names of Go.
	[/(:\/\/)[0-9a-f]{24,128}(?=@)/gi, `$1${MASK}`],
	[/((?:^|\s)[^\s:@/]{1,100}:)[^\s@/]{1,300}(?=@(?:tcp|unix)\()/g, `$1${MASK}`],
	// The line was cut inside of it.
	[/(:\/\/[^\s:/@"'[]{0,100}:)(?!\d{1,5}(?:[/?\s]|$))[^\s@/]{1,300}$/, `$1${MASK}`],
	[
		new RegExp(
			`((?:passwo?r?d|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["']?\\s?[=:]\\s?["']?)${WORDS}[^\\s"',;&)}\\]]{1,300}`,
			'gi',
		),
		`$1${MASK}`,
	],
	[/(authorization["']?\s?[=:]\s?["']?)[^"',;)}\]]{1,300}/gi, `$1${MASK}`],
	[/\b(bearer|basic) [\w.~+/=-]{8,300}/gi, `$1 ${MASK}`],
	[/\beyJ[\w-]{10,500}\.[\w-]{10,1000}\.?[\w-]{0,500}/g, MASK],
	[/input_value=.{0,400}?(, input_type=)/g, `input_value=${MASK}$1`],
];
