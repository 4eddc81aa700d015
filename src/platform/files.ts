import {open} from 'node:fs/promises';

/** Reading files, as an argument. */
export interface Files {
	/**
	 * The bytes of a file; a pipe such as `/dev/fd/63` will do. Rejects with Node's error (its `code` is ENOENT, EACCES, EISDIR …),
	 * with EFBIG beyond `bytesMax`.
	 */
	read(path: string, bytesMax: number): Promise<Buffer>;
}

/** The machine's own files. */
export function createFiles(): Files {
	return {
		async read(path, bytesMax) {
			const file = await open(path);
			try {
				const chunks: Buffer[] = [];
				let size = 0;
				for await (const chunk of file.createReadStream({autoClose: false, end: bytesMax})) {
					chunks.push(chunk as Buffer);
					size += (chunk as Buffer).length;
				}
				if (size > bytesMax) {
					throw Object.assign(new Error(`EFBIG: more than ${bytesMax} bytes, read '${path}'`), {
						code: 'EFBIG',
					});
				}
				return Buffer.concat(chunks, size);
			} finally {
				await file.close();
			}
		},
	};
}
