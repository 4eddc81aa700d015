/** A resource quantity as a number: cores of `250m`, bytes of `512Mi`; 0 for nothing and for nonsense. */
export function quantityOf(text: string | undefined): number {
	const match = /^([0-9.]+)([a-zA-Z]*)$/.exec(text ?? '');
	const factor = FACTORS.get(match?.[2] ?? '');
	return match === null || factor === undefined ? 0 : Number(match[1]) * factor;
}

/** Cores as metrics-server writes them: nanocores. */
export function nanocores(cores: number): string {
	return `${Math.round(cores * 1e9)}n`;
}

/** Cores as controllers write an average: millicores. */
export function millicores(cores: number): string {
	return `${Math.ceil(cores * 1e3)}m`;
}

/** Bytes as metrics-server writes them: kibibytes. */
export function kibibytes(bytes: number): string {
	return `${Math.round(bytes / 1024)}Ki`;
}

const FACTORS: ReadonlyMap<string, number> = new Map([
	['', 1],
	['n', 1e-9],
	['u', 1e-6],
	['m', 1e-3],
	['k', 1e3],
	['M', 1e6],
	['G', 1e9],
	['T', 1e12],
	['Ki', 2 ** 10],
	['Mi', 2 ** 20],
	['Gi', 2 ** 30],
	['Ti', 2 ** 40],
]);
