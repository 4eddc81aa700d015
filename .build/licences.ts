import {readdirSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';

/** Licences that let us ship the package in a bundle under Apache-2.0, if its text goes along. */
const ACCEPTED = new Set([
	'MIT',
	'ISC',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
	'Unlicense',
	'BlueOak-1.0.0',
]);

interface Package {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	readonly text: string;
}

/**
 * Everything a bundle owes to others: name, version and licence text of each package, by name. `moduleIds` are the
 * bundler's module names: absolute paths, or virtual ones that no package has. Throws when a licence is not known to fit.
 */
export function licencesOf(moduleIds: readonly string[]): string {
	const folders = new Set(moduleIds.map(packageFolderOf).filter(folder => folder !== undefined));
	const packages = [...folders].map(readPackage);
	const refused = packages.filter(({licence}) => !ACCEPTED.has(licence));
	if (refused.length > 0) {
		const names = refused.map(({name, version, licence}) => `${name} ${version} (${licence})`).join(', ');
		throw new Error(`Nobody has said that these licences may be bundled: ${names}. See .build/licences.ts.`);
	}
	// The same package may be installed in several places.
	const sections = new Set(
		packages.map(({name, version, licence, text}) => `${name} ${version} (${licence})\n\n${text}\n`),
	);
	return [...sections].toSorted().join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package a module belongs to, or undefined for our own and for virtual modules. */
function packageFolderOf(moduleId: string): string | undefined {
	const inside = `${sep}node_modules${sep}`;
	const at = moduleId.lastIndexOf(inside);
	if (at < 0 || moduleId.startsWith('\0')) return undefined;
	const [scopeOrName = '', name = ''] = moduleId.slice(at + inside.length).split(sep);
	const packageName = scopeOrName.startsWith('@') ? join(scopeOrName, name) : scopeOrName;
	return join(moduleId.slice(0, at), 'node_modules', packageName);
}

function readPackage(folder: string): Package {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
	const licence = typeof manifest['license'] === 'string' ? manifest['license'] : 'no licence named';
	const names = readdirSync(folder).filter(name => /^(licen[cs]e|copying|notice)/i.test(name));
	const texts = names.toSorted().map(name => readFileSync(join(folder, name), 'utf8').trim());
	return {
		name: String(manifest['name']),
		version: String(manifest['version']),
		licence,
		text: texts.length > 0 ? texts.join('\n\n') : textWithoutFile(licence, manifest),
	};
}

/** What stands for a text that a package does not ship: the MIT licence is always this one, the Unlicense asks for none. */
function textWithoutFile(licence: string, {name, author}: Record<string, unknown>): string {
	if (licence === 'Unlicense')
		return 'The package is dedicated to the public domain (https://unlicense.org) and ships no file of it.';
	const holder = typeof author === 'string' ? author : (author as {name?: string} | undefined)?.name;
	if (licence !== 'MIT' || holder === undefined)
		throw new Error(`${String(name)} ships no text of its licence (${licence}).`);
	return `The package names the MIT licence and ships no file of it. This is the text.\n\nCopyright (c) ${holder}\n\n${MIT_TEXT}`;
}

/** https://spdx.org/licenses/MIT.html */
const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
