import type {LogFormat} from '../../telemetry/contract.ts';

/** What is known of the log formats that can be shown how to carry a duration. */
const FORMATS: readonly Pick<LogFormat, 'id' | 'timing'>[] = [];

/** What is missing in requests of that format, and the smallest change that adds it; undefined when nothing is, or it is not known. */
export function timingOf(format: string | undefined): LogFormat['timing'] {
	return FORMATS.find(({id}) => id === format)?.timing;
}
