/**
 * Pods without an owner that are looked into at a time. Nobody reads a list of more, and every one is a subject of its own:
 * ten thousand that broke together would hold up the screen for seconds. What has an owner is one subject however many it is.
 */
const LONE_PODS_MAX = 200;

/** Which pods without an owner are looked into, and which wait for their turn. By uid. */
export interface LonePods {
	/** Whether this one is looked into now; otherwise it waits. */
	admit(uid: string): boolean;
	/** It is gone, or well. */
	forget(uid: string): void;
	/** Who may be looked into now that there is room. Where somebody waits, those leave that can be released. */
	next(release: (uid: string) => boolean): readonly string[];
}

export function createLonePods(): LonePods {
	const admitted = new Set<string>();
	const waiting = new Set<string>();
	return {
		admit(uid) {
			const isAdmitted = admitted.has(uid) || admitted.size < LONE_PODS_MAX;
			(isAdmitted ? admitted : waiting).add(uid);
			return isAdmitted;
		},
		forget(uid) {
			admitted.delete(uid);
			waiting.delete(uid);
		},
		next(release) {
			if (waiting.size === 0) return [];
			for (const uid of admitted) if (release(uid)) admitted.delete(uid);
			const uids = [...waiting].slice(0, LONE_PODS_MAX - admitted.size);
			for (const uid of uids) waiting.delete(uid);
			return uids;
		},
	};
}
