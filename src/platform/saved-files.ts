import {mkdir, open} from 'node:fs/promises';
import {join} from 'node:path';
import {messageOf} from '../lib/failure.ts';

/** Writes a text into a new file that only its owner may read, and says where it is. Rejects with a sentence when it cannot. */
export type SaveFile = (name: string, text: string) => Promise<string>;

/** Files of the same second get numbers; nobody saves more of one thing in a second. */
const TRIES_MAX = 20;

/**
 * Saves into the first of the folders that takes it; the last one is made when it is not there. Nothing is ever overwritten, nor is
 * a link followed.
 */
export function createSaveFile(folders: readonly string[]): SaveFile {
	return async (name, text) => {
		let problem = 'there is no folder to save to';
		for (const [index, folder] of folders.entries()) {
			try {
				if (index === folders.length - 1) await mkdir(folder, {recursive: true, mode: 0o700});
				return await writeNew(folder, plainName(name), text);
			} catch (error) {
				problem = messageOf(error);
			}
		}
		throw new Error(problem);
	};
}

async function writeNew(folder: string, name: string, text: string): Promise<string> {
	for (let tries = 1; ; tries++) {
		const path = join(folder, tries === 1 ? name : name.replace(/(\.\w+)?$/, `-${tries}$1`));
		try {
			const file = await open(path, 'wx', 0o600);
			try {
				await file.writeFile(text);
			} finally {
				await file.close();
			}
			return path;
		} catch (error) {
			if (!isTaken(error) || tries >= TRIES_MAX) throw error;
		}
	}
}

/** Names come from a cluster: what is no letter, digit, dot or dash is a dash, and no name begins with a dot. */
function plainName(name: string): string {
	return name
		.replaceAll(/[^\w.-]+/g, '-')
		.replace(/^[.-]+/, '')
		.slice(-NAME_CHARS_MAX);
}

/** File systems take 255 bytes. */
const NAME_CHARS_MAX = 200;

function isTaken(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
