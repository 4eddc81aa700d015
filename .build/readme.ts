/**
 * The parts of README.md that follow from the code: a frame, the scenarios, the keys, the kinds. `node .build/readme.ts`
 * writes them, `--check` only says whether they are what they should be.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {kinds} from '../src/kinds/index.ts';
import {createKeymap} from '../src/keymap/keymap.ts';
import {rules} from '../src/diagnosis/rules.ts';
import {scenarios} from '../src/sim/scenarios.ts';
import {BINDINGS} from '../src/ui/bindings.ts';
import {root} from './root.ts';

/** The frame that a stranger sees first; a session test holds it against the program. */
const FRAME = 'test/frames/home/bad-rollout-120x40.txt';

/** The text of a README with its generated parts as they should be. */
export function generated(readme: string, frame: string): string {
	const parts: Readonly<Record<string, string>> = {
		frame: `\`\`\`text\n${withoutBlanks(frame)}\n\`\`\``,
		scenarios: table(
			['scenario', 'story'],
			scenarios.map(({id, story}) => [`\`${id}\``, story]),
		),
		keys: keyGroups()
			.map(({group, entries}) =>
				table(
					[group, ''],
					entries.map(({keys, title}) => [keys.map(code).join(' '), title]),
				),
			)
			.join('\n\n'),
		rules: table(
			['what', 'why it matters', 'what helps'],
			rules.map(({title, why, remedy}) => [title, why, remedy]),
		),
		kinds: table(
			['kind', 'after `:`', 'group', 'resource'],
			kinds.map(({title, aliases, group, plural}) => [
				title,
				aliases.map(code).join(' '),
				group === '' ? 'core' : group,
				code(plural),
			]),
		),
	};
	return Object.entries(parts).reduce((text, [name, part]) => replacePart(text, name, part), readme);
}

/** Keys of lists and pages, and those of texts, which give some of them another meaning. */
function keyGroups(): ReturnType<ReturnType<typeof createKeymap>['help']> {
	const keymap = createKeymap(BINDINGS);
	const ofTexts = keymap.help(['document']).filter(({group}) => group === 'Text');
	const ofLogs = keymap.help(['log']).filter(({group}) => group === 'Logs');
	return [...keymap.help(['home', 'table', 'lines', 'page']), ...ofTexts, ...ofLogs];
}

function replacePart(text: string, name: string, part: string): string {
	const pattern = new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
	if (!pattern.test(text)) throw new Error(`README.md has no place for ${name}`);
	return text.replace(pattern, (_, start: string, end: string) => `${start}${part}\n${end}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows]
		.map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
		.join('\n');
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** A picture in a README need not be as high as a screen. */
function withoutBlanks(frame: string): string {
	return frame.trimEnd().replaceAll(/\n{3,}/g, '\n\n');
}

if (import.meta.main) {
	const path = join(root, 'README.md');
	const readme = readFileSync(path, 'utf8');
	const wanted = generated(readme, readFileSync(join(root, FRAME), 'utf8'));
	if (!process.argv.includes('--check')) writeFileSync(path, wanted);
	else if (wanted !== readme) {
		process.stderr.write('README.md is not what the code says. Run "npm run accept".\n');
		process.exitCode = 1;
	}
}
