/** What stands for a value that nobody should read over a shoulder. */
export const MASK = '***';

/**
 * The value of a setting as it may be shown: masked whole when its name or its form says that it is a secret, and without the
 * password when it is an address that carries one. `DATABASE_URL` keeps its host, which is what one wants to see of it.
 */
export function maskedValue(name: string, value: string): string {
	if (value === '' || PLAIN_VALUE.test(value)) return value;
	const shown = maskCredentials(value);
	if (SECRET_NAME.test(name)) return shown !== value && CREDENTIALS_IN_URL.test(value) ? shown : MASK;
	return SECRET_VALUE.test(value) ? MASK : shown;
}

/**
 * A text with the credentials in it masked: passwords of addresses, what is assigned to a password or a token, what follows
 * `Bearer`, tokens by their look, and what pydantic was given. Logs and messages print them in connection strings and in the errors
 * about them.
 */
export function maskCredentials(text: string): string {
	return MASKS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

/** Whether the name of a setting or of an option says that its value is a secret: `DB_PASSWORD`, `apiKey`, `SENTRY_DSN`. */
export function isSecretName(name: string): boolean {
	return SECRET_NAME.test(name);
}

/** Words that mean a secret wherever they stand, and short ones that must be a word of the name by themselves. */
const SECRET_NAME =
	/passw|passphrase|secret|token|credential|private|api-?key|access-?key|(?:^|[_.-])(?:pass|pwd|keys?|dsn|salt|jwt|cookie)(?:$|[_.-])|auth$|key$/i;

/** A switch or a small number is no secret, whatever its name says: `PRIVATE_NETWORK=true`, `KEY_VERSION=2`. */
const PLAIN_VALUE = /^(?:true|false|yes|no|on|off|\d{1,2})$/i;

/** Private keys, JSON web tokens, the marks that providers put on their keys, and long mixtures of letters and digits. */
const SECRET_VALUE =
	/-----BEGIN |hooks\.slack\.com\/|^eyJ[\w-]{8,}\.[\w-]{2,}|^(?:gh[opsur]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|rk_live_|AKIA|ASIA|AIza|SG\.)[\w.-]{8,}|^(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])(?=\D*\d)[\w+/=-]{40,}$/;

const CREDENTIALS_IN_URL = /:\/\/[^\s/@]{1,1024}@/;

/** What follows `password:` in a sentence is a word of it. */
const WORDS =
	'(?!(?:yes|no|not|is|are|was|must|may|can|cannot|missing|required|field|none|null|nil|undefined|unset|empty|invalid|input|string|value)\\b)';

const ASSIGNED =
	'(?:passwo?r?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["\']?\\s?[=:]\\s?';

/** Every repetition has a limit: a log may hold 64 KB of anything. */
const MASKS: readonly (readonly [RegExp, string])[] = [
	// Passwords may hold an `@` themselves, or a slash.
	[/(:\/\/[^\s:/@"']{0,256}:)[^\s/]{1,1024}@/g, `$1${MASK}@`],
	[/(:\/\/[^\s:/@"']{0,256}:)[^\s@]{1,300}(?=@)/g, `$1${MASK}`],
	// The line was cut inside of it.
	[/(:\/\/[^\s:/@"'[]{0,256}:)(?!\d{1,5}(?:[/?\s]|$))[^\s@/]{1,300}$/, `$1${MASK}`],
	// Sentry and its like: a key and no password before the host.
	[/(:\/\/)[0-9a-f]{24,128}@/gi, `$1${MASK}@`],
	// Go's data source names: `user:password@tcp(host:3306)/shop`.
	[/(^[^\s:@/]{1,256}:)[^\s@/]{1,1024}(?=@(?:tcp|unix)\()/g, `$1${MASK}`],
	[new RegExp(`(${ASSIGNED})(["'])${WORDS}(?:\\\\.|(?!\\2)[^\\\\]){1,1024}\\2`, 'gi'), `$1$2${MASK}$2`],
	[new RegExp(`(${ASSIGNED}["']?)${WORDS}[^\\s"',;&)}\\]]{1,1024}`, 'gi'), `$1${MASK}`],
	[/(authorization["']?\s?[=:]\s?["']?)[^"',;)}\]]{1,300}/gi, `$1${MASK}`],
	[/\b(bearer|basic) [\w.~+/=-]{8,300}/gi, `$1 ${MASK}`],
	[/\beyJ[\w-]{10,500}\.[\w-]{10,1000}\.?[\w-]{0,500}/g, MASK],
	[/input_value=.{0,400}?(, input_type=)/g, `input_value=${MASK}$1`],
];
