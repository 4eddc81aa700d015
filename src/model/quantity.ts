/**
 * The number behind a Kubernetes quantity: `250m` → 0.25, `512Mi` → 536870912, `1e3` → 1000. Undefined for what is none.
 * Grammar: k8s.io/apimachinery `pkg/api/resource/quantity.go`; the case of a suffix matters (`m` is milli, `M` mega, `K` nothing).
 */
export function parseQuantity(text: unknown): number | undefined {
	if (typeof text === 'number') return Number.isFinite(text) ? text : undefined;
	// The longest legal quantity has a few dozen digits; beyond is an attempt to keep us busy.
	if (typeof text !== 'string' || text.length > 64) return undefined;
	const {number, binary, exponent, decimal} = QUANTITY.exec(text)?.groups ?? {};
	if (number === undefined) return undefined;
	// Powers of ten go through the number parser, since 41 * 1e-3 is not 0.041.
	const value = Number(`${number}${exponent ?? `e${DECIMAL_EXPONENTS[decimal ?? ''] ?? 0}`}`);
	const scaled = binary === undefined ? value : value * 1024 ** (BINARY_UNITS.indexOf(binary) + 1);
	return Number.isFinite(scaled) ? scaled : undefined;
}

const QUANTITY =
	/^(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:(?<binary>[KMGTPE]i)|(?<exponent>[eE][+-]?\d+)|(?<decimal>[numkMGTPE]))?$/;
const BINARY_UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL_EXPONENTS: Readonly<Record<string, number>> = {
	n: -9,
	u: -6,
	m: -3,
	k: 3,
	M: 6,
	G: 9,
	T: 12,
	P: 15,
	E: 18,
};

/** CPU in cores: `0m`, `41m`, `1.5`, `12`. Below a core it is rounded up to a milli-core, as `kubectl top` does. */
export function formatCpu(cores: number): string {
	// The millionth keeps 0.041 * 1000 = 41.000000000000001 from becoming 42.
	const milli = Math.ceil(cores * 1000 - 1e-6) || 0;
	return milli < 1000 ? `${milli}m` : short(cores);
}

/** Memory in bytes: `0`, `512B`, `64Ki`, `240Mi`, `1.5Gi`. Fractions only from Gi on, where they matter. */
export function formatMemory(bytes: number): string {
	if (bytes === 0) return '0';
	// 1023.6Ki would read 1024Ki: the unit is chosen by what is printed.
	let [amount, unit] = [bytes, -1];
	while (Math.round(Math.abs(amount)) >= 1024 && unit < BINARY_UNITS.length - 1) {
		amount /= 1024;
		unit += 1;
	}
	// `memory: 512m` is legal and half a byte: a mistake that must not read as zero.
	if (unit === -1) return `${Number(amount.toPrecision(3))}B`;
	return `${unit < 2 ? Math.round(amount) : short(amount)}${BINARY_UNITS[unit] ?? ''}`;
}

/** One digit after the point below ten: `1.5`, `2`, `12`. */
function short(amount: number): string {
	return String(Math.abs(amount) < 9.95 ? Number(amount.toFixed(1)) : Math.round(amount));
}

/** Whole percent of `part` in `whole`; undefined when one is not known, or the whole is nothing. */
export function percent(part: number | undefined, whole: number | undefined): number | undefined {
	if (part === undefined || whole === undefined || whole <= 0) return undefined;
	return Math.round((100 * part) / whole);
}
