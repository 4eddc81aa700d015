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

/** A text with the credentials in it masked: in addresses (`://user:***@`), in `password=…` and its like, after `Bearer`. */
export function maskCredentials(text: string): string {
	return text
		.replace(PASSWORD_IN_URL, `$1${MASK}@`)
		.replace(KEY_IN_URL, `$1${MASK}@`)
		.replace(PASSWORD_BEFORE_HOST, `$1${MASK}@$2(`)
		.replace(ASSIGNED, `$1${MASK}`)
		.replace(AUTHORIZATION, `$1${MASK}`);
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

/** Passwords may hold an `@` themselves: the last one before the path counts. */
const PASSWORD_IN_URL = /(:\/\/[^\s/:@]{0,256}:)[^\s/]{1,1024}@/g;

/** Sentry and its like: a key and no password before the host. */
const KEY_IN_URL = /(:\/\/)[0-9a-f]{24,128}@/gi;

/** Go's data source names: `user:password@tcp(host:3306)/shop`. */
const PASSWORD_BEFORE_HOST = /(^[^\s:@/]{1,256}:)[^\s@/]{1,1024}@(tcp|unix)\(/g;

const ASSIGNED =
	/((?:^|[^\w.-])[\w.-]{0,64}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key)[\w.-]{0,32}["']?\s{0,4}[=:]\s{0,4})(?:"[^"]{0,4096}"|'[^']{0,4096}'|[^\s,;&"']{1,4096})/gi;

const AUTHORIZATION = /(\b(?:Bearer|Basic)\s{1,4})[\w.~+/=-]{8,4096}/g;
