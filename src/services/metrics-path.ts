/**
 * A path for metrics as a request may carry it. Whoever annotates a pod can write anything: dots that lead out of the pod's part of the
 * API, line feeds that would end the request.
 */
export function metricsPathOf(written: string, query = ''): string {
	const url = URL.parse(`http://pod${written.startsWith('/') ? '' : '/'}${written}`);
	if (url === null) return '/metrics';
	const search = [url.search.slice(1), query].filter(part => part !== '').join('&');
	return `${url.pathname}${search === '' ? '' : `?${search}`}`;
}
