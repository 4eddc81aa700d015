import type {Fault} from '../model/connection.ts';

export type {Fault} from '../model/connection.ts';

/** A fault on its way through code that throws. */
export class FaultError extends Error {
	override readonly name = 'FaultError';
	readonly fault: Fault;

	constructor(fault: Fault, options?: ErrorOptions) {
		super(fault.message, options);
		this.fault = fault;
	}
}
