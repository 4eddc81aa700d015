import {headline, type Raised} from './raised.ts';

/** A setting that a program misses or cannot read. */
export interface MissingSetting {
	/** `DATABASE_URL`, `database_url`; of several the first; empty when it is not named. */
	readonly name: string;
	/** The words for it in one line. */
	readonly line: string;
}

/** The setting that an exception complains about. */
export function settingOf(raised: Raised): MissingSetting | undefined {
	return ofValidation(raised) ?? ofEnvironment(raised) ?? settingIn(headline(raised)) ?? ofDetails(raised);
}

/** The setting that a line complains about. */
export function settingIn(text: string): MissingSetting | undefined {
	for (const pattern of TEXTS) {
		const {name} = pattern.exec(text)?.groups ?? {};
		if (name !== undefined) return {name, line: text};
	}
	return undefined;
}

/**
 * pydantic names the fields below, each with its error in the next line. It validates requests, too: only a model that is called
 * settings, or that the settings' module made, is one.
 */
function ofValidation({name, message, details, frames}: Raised): MissingSetting | undefined {
	if (!name.endsWith('ValidationError')) return undefined;
	const model = /validation errors? for (?<model>\S{1,100})/.exec(message)?.groups?.['model'];
	if (model === undefined) return undefined;
	const isSettings =
		/setting|config|env/i.test(model) ||
		frames.some(({file}) => /pydantic(?:_settings|[/\\](?:v1[/\\])?env_settings)/.test(file));
	if (!isSettings) return undefined;
	const at = details.findIndex(line => /^\S/.test(line));
	const field = details[at]?.trim() ?? '';
	const error = (details[at + 1] ?? '').trim().replace(/ \[type=.*$| \(type=.*$/, '');
	return {name: field.split(/[.[]/)[0] ?? '', line: `${name}: ${message}: ${field}: ${error}`};
}

/** `os.environ['X']`; where its frame is lost, the name is in capitals. */
function ofEnvironment(raised: Raised): MissingSetting | undefined {
	if (raised.name !== 'KeyError') return undefined;
	const {name} = /^(?<quote>['"])(?<name>[A-Za-z_]\w{0,100})\k<quote>$/.exec(raised.message)?.groups ?? {};
	const isEnvironment = raised.frames.some(
		({file, function: caller}) => /[/\\]os\.py$|^<frozen os>$/.test(file) && caller === '__getitem__',
	);
	if (name === undefined || !(isEnvironment || /^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(name))) return undefined;
	return {name, line: headline(raised)};
}

function ofDetails(raised: Raised): MissingSetting | undefined {
	const found = raised.details.map(settingIn).find(setting => setting !== undefined);
	return found && {...found, line: `${headline(raised)} ${found.line.trim()}`};
}

const NAME = '(?<name>[A-Za-z_][\\w.-]{0,100}\\w)';
const VARIABLE = '(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]{1,100})';
const QUOTE = '["\'`]?';

const TEXTS: readonly RegExp[] = [
	// decouple, django-environ, environs, starlette, dynaconf, pydantic's sources
	new RegExp(`UndefinedValueError: ${NAME} not found`),
	new RegExp(`Set the ${NAME} environment variable`),
	new RegExp(
		`[Ee]nvironment variable ${QUOTE}${NAME}${QUOTE} (?:is )?(?:not set|not found|missing|required|undefined|must be set|invalid)`,
	),
	new RegExp(`Config '${NAME}' is missing`),
	new RegExp(`ValidationError: ${VARIABLE} is required`),
	new RegExp(`error parsing (?:value for field|env var) "${NAME}"`),
	new RegExp(`The ${VARIABLE} setting must not be empty`),
	// Node, Prisma, Ruby, Spring, Go's envconfig and env
	new RegExp(`Environment variable not found: ${NAME}`),
	new RegExp(`key not found: "${VARIABLE}"`),
	new RegExp(`Could not resolve placeholder '${NAME}(?::[^']{0,100})?'`),
	new RegExp(`required key ${NAME} missing value`),
	new RegExp(`required environment variable ${QUOTE}${NAME}${QUOTE} is not set`),
	// Shells, and what people write themselves
	new RegExp(`\\b${NAME}: (?:parameter (?:null or )?not set|unbound variable)`),
	new RegExp(
		`(?:[Mm]issing|[Uu]nset|[Uu]ndefined|[Rr]equired|[Nn]o|[Ii]nvalid) (?:required |mandatory )?(?:environment|env|config(?:uration)?|setting)s? ?(?:variable|var|value|key|setting)?s?:? ${QUOTE}${NAME}${QUOTE}`,
	),
	new RegExp(
		`\\b${VARIABLE}${QUOTE} ?(?:environment variable |env var )?(?:is |was |must be |has to be |needs to be )?(?:not set|not defined|missing|required|unset|undefined|empty|set$|set[ .,])`,
	),
	new RegExp(`(?:[Mm]issing|[Ss]pecify|[Ss]et|[Pp]rovide) (?:the )?${QUOTE}${VARIABLE}\\b`),
];
