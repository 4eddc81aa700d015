import {resolve} from 'node:path';

/** The project's folder, with everything below it. */
export const root = resolve(import.meta.dirname, '..');
