/** `20261124-120403`, in UTC: when a file was saved, as a part of its name. */
export function fileStamp(at: number): string {
	return new Date(at)
		.toISOString()
		.replaceAll(/[-:]|\.\d+Z$/g, '')
		.replace('T', '-');
}
