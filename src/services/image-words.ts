/** An image without its registry and path: `ghcr.io/shop/api:1.8.2` is `api:1.8.2`; a digest keeps its first twelve digits. */
export function imageName(image: string): string {
	const name = image.slice(image.lastIndexOf('/') + 1);
	return name.replace(DIGEST, '@$1');
}

/** What differs between two images: `api:1.8.2 → 1.9.0`, `api:1.8.2 → web:1.9.0`, and whole names when only the path differs. */
export function imageChange(before: string, after: string): string {
	const [old, now] = [imageName(before), imageName(after)];
	if (old === now) return `${before} → ${after}`;
	if (repositoryOf(before) !== repositoryOf(after)) {
		const isMoved = repositoryOf(old) === repositoryOf(now);
		return isMoved ? `${before} → ${after}` : `${old} → ${now}`;
	}
	const tag = now.slice(repositoryOf(now).length);
	return `${old} → ${tag.startsWith(':') ? tag.slice(1) : tag || now}`;
}

const DIGEST = /@sha256:([0-9a-f]{12})[0-9a-f]{1,64}$/;

/** All before the tag or the digest; a colon before the last slash belongs to a port. */
function repositoryOf(image: string): string {
	const start = image.lastIndexOf('/') + 1;
	const end = image.slice(start).search(/[:@]/);
	return end === -1 ? image : image.slice(0, start + end);
}
