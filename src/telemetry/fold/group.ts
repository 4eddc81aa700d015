/** Lines that belong to one entry; where they end shows only when the next one comes. */
export interface Group {
	/** What the next line is to them. */
	take(text: string): Part;
}

export type Part =
	/** One of them. */
	| 'more'
	/** One of them, and the one that names the exception; of several the last one tells most. */
	| 'tells'
	/** Something else that came in between, from the other stream: they go on after it. */
	| 'aside'
	/** They are over. */
	| 'end';
