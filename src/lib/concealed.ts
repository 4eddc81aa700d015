/** Stands where a value was that nobody may see. Of the value only its size is left, so it cannot be shown by mistake. */
export class Concealed {
	readonly bytes: number;

	constructor(bytes: number) {
		this.bytes = bytes;
	}
}
