import type {StartupFailure} from './last-words.ts';
import {settingIn, settingOf} from './missing-setting.ts';
import {headline, type Raised} from './raised.ts';

/** Why a program could not start or go on, and the line that says it. */
export interface FoundFailure {
	readonly failure: StartupFailure;
	/** The module, the setting, the file, the port; empty when it is not named. */
	readonly subject: string;
	readonly line: string;
}

/** What is known of an exception. */
export function failureOf(raised: Raised): FoundFailure | undefined {
	const setting = settingOf(raised);
	if (setting !== undefined) return {failure: 'setting-missing', subject: setting.name, line: setting.line};
	return failureIn(headline(raised)) ?? raised.details.map(failureIn).find(found => found !== undefined);
}

/** What is known of a line. */
export function failureOfLine(text: string): FoundFailure | undefined {
	const found = failureIn(text);
	if (found !== undefined) return found;
	const setting = settingIn(text);
	return setting && {failure: 'setting-missing', subject: setting.name, line: setting.line.trim()};
}

function failureIn(text: string): FoundFailure | undefined {
	for (const [failure, patterns] of TEXTS) {
		for (const pattern of patterns) {
			const found = pattern.exec(text);
			if (found === null) continue;
			const subject = Object.values(found.groups ?? {}).find(value => value !== undefined) ?? '';
			return {failure, subject: subject.trim(), line: text.trim()};
		}
	}
	return undefined;
}

const QUOTED = '["\'`‘](?<subject>[^"\'`’\\n]{1,300})["\'`’]';

/** The first that fits counts. */
const TEXTS: readonly (readonly [StartupFailure, readonly RegExp[]])[] = [
	['wrong-architecture', [/exec format error/i, /qemu-\w{1,20}: Could not open '\/lib/]],
	[
		'memory',
		[
			/(?<!CUDA )\b(?:JavaScript heap out of memory|java\.lang\.OutOfMemoryError|System\.OutOfMemoryException|NoMemoryError)/,
			/(?:^|[\s.])(?:_Array)?MemoryError(?:$|: )/,
			/\bfatal error: (?:runtime: )?(?:out of memory|cannot allocate memory)/,
			/\bCannot allocate memory\b/i,
			/\bAllowed memory size of \d{1,20} bytes exhausted/,
			/\bmemory allocation of \d{1,20} bytes failed/,
		],
	],
	[
		'disk-full',
		[
			/\bNo space left on device\b(?:: ["'](?<subject>[^"']{1,300})["'])?/i,
			/\bENOSPC\b/,
			/\bDisk quota exceeded\b/i,
		],
	],
	[
		'address-in-use',
		[
			/bind on address \('[^']{0,100}', (?<subject>\d{1,5})[^)]{0,40}\): (?:\[[^\]]{1,40}\] )?address already in use/i,
			/EADDRINUSE[^\n]{0,80}?:(?<subject>\d{1,5})\b/,
			/listen \w{2,8} \S{0,100}?:(?<subject>\d{1,5}): bind: address already in use/,
			/Port (?<subject>\d{1,5}) (?:was|is) already in use/i,
			/Connection in use: \('[^']{0,100}', (?<subject>\d{1,5})\)/,
			/bind\(\) to \S{0,100}?:(?<subject>\d{1,5}) failed \(98:/,
			/Failed to bind to address \S{1,100}?:(?<subject>\d{1,5}): address already in use/,
			/(?:BindException: )?Address already in use(?::? ?\(?\S{0,100}?:(?<subject>\d{1,5})\b)?/i,
		],
	],
	[
		'port-forbidden',
		[
			/bind on address \('[^']{0,100}', (?<subject>\d{1,5})[^)]{0,40}\): (?:\[[^\]]{1,40}\] )?permission denied/i,
			/listen EACCES: permission denied \S{0,100}?:(?<subject>\d{1,5})\b/,
			/listen \w{2,8} \S{0,100}?:(?<subject>\d{1,5}): bind: permission denied/,
			/bind\(\) to \S{0,100}?:(?<subject>\d{1,5}) failed \(13:/,
		],
	],
	[
		'module-missing',
		[
			/No module named ["']?(?<subject>[\w.-]{1,200})/,
			/cannot import name ["'](?<subject>[^"']{1,200})["']/,
			/Cannot find (?:module|package) ["'](?<subject>[^"']{1,300})["']/,
			/cannot load such file -- (?<subject>\S{1,300})/,
			/Could not find (?:gem )?["']?(?<subject>[\w.-]{1,100})["']?[^\n]{0,60} in (?:any of the sources|locally installed gems|rubygems)/,
			/Could not find or load main class (?<subject>\S{1,200})/,
			/(?:ClassNotFoundException|NoClassDefFoundError): (?<subject>[\w.$/]{1,200})/,
			/Could not load file or assembly '(?<subject>[^',]{1,200})/,
			/error while loading shared libraries: (?<subject>[^\s:]{1,200}): /,
			/(?<![\w.+-])(?<subject>[\w.+-]{1,100}\.so[\w.]{0,20}): cannot open shared object file/,
			/Could not import module "(?<subject>[^"]{1,200})"/,
		],
	],
	[
		'file',
		[
			new RegExp(`(?:No such file or directory|ENOENT)[^\\n]{0,60}?${QUOTED}`, 'i'),
			new RegExp(`can't open file ${QUOTED}`),
			/\bexec (?<subject>\/?[^\s:]{1,300}): no such file or directory/,
			/\bopen\(\) "(?<subject>[^"]{1,300})" failed \(2:/,
			/\b(?:open|stat|lstat|read|exec|fork\/exec) (?<subject>\/?[^\s:]{1,300}): no such file or directory/,
			/(?:sh|bash|ash): (?:line )?(?:\d{1,6}: )?(?<subject>[^\s:]{1,200}): (?:command )?not found/,
			/(?:^|[\s:])(?<subject>[^\s:"]{1,300}): (?:command not found|No such file or directory)/,
			/FileNotFoundException: (?<subject>[^\s(]{1,300}) \(No such file/,
			/Unable to access jarfile (?<subject>\S{1,300})/,
			/Missing script: "?(?<subject>[\w:.-]{1,100})"?/,
			/executable file not found in \$PATH/,
		],
	],
	[
		'forbidden',
		[
			new RegExp(
				`(?:Permission denied|EACCES|Read-only file system|EROFS|Operation not permitted|EPERM)[^\\n]{0,60}?${QUOTED}`,
				'i',
			),
			new RegExp(
				`${QUOTED}[^\\n]{0,30}?: (?:Permission denied|Read-only file system|Operation not permitted)`,
				'i',
			),
			/\b(?:open|mkdir|create|unlink|chown|chmod|rename|stat|exec|fork\/exec)(?:\(\))? "?(?<subject>\/?[^\s:"]{1,300})"?:? (?:failed \((?:13|30|1): )?(?:permission denied|read-only file system|operation not permitted)/i,
			/(?:FileNotFoundException|AccessDeniedException): (?<subject>[^\s(]{1,300})(?: \(Permission denied\)|$)/,
			/(?:^|\s)(?<subject>\/[^\s:"]{1,300}): (?:Permission denied|Read-only file system)/i,
			/data directory "(?<subject>[^"]{1,300})" has (?:wrong ownership|invalid permissions)/,
		],
	],
	[
		'application-load',
		[
			/Error loading ASGI app\.(?: Attribute "(?<subject>[^"]{1,200})" not found)?/,
			/\bApp failed to load\./,
			/Failed to find attribute '(?<subject>[^']{1,200})'/,
		],
	],
	['application-startup', [/Application startup failed\. Exiting\./]],
	['worker-boot', [/\bWorker failed to boot\./]],
];
