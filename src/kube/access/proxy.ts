import {BlockList, isIP} from 'node:net';
import {ExpectedFailure} from '../../lib/failure.ts';
import type {Environment} from '../../platform/processes.ts';

const SCHEMES = ['http:', 'https:', 'socks5:', 'socks5h:'];

/**
 * The proxy on the way to a server: `proxy-url` of the cluster, else HTTPS_PROXY (HTTP_PROXY for http:// servers) unless NO_PROXY
 * or loopback, by Go's rules, which kubectl follows: https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 * Throws ExpectedFailure for a proxy that cannot be understood.
 */
export function proxyFor(server: URL, proxyUrl: string | undefined, environment: Environment): URL | undefined {
	if (proxyUrl !== undefined) return parseProxy(proxyUrl, 'proxy-url');
	const variable = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
	const value = either(environment, variable);
	if (value === undefined) return undefined;
	const bypass = bypasses(bareHost(server), portOf(server), either(environment, 'NO_PROXY') ?? '');
	return bypass ? undefined : parseProxy(value.includes('://') ? value : `http://${value}`, variable);
}

/** The host of a URL without the brackets of IPv6. */
export function bareHost(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port of a URL, also when it is the usual one. */
export function portOf(url: URL): number {
	if (url.port !== '') return Number(url.port);
	return url.protocol === 'https:' ? 443 : url.protocol === 'http:' ? 80 : 1080;
}

function parseProxy(value: string, source: string): URL {
	const url = URL.parse(value);
	if (url !== null && SCHEMES.includes(url.protocol) && url.hostname !== '') return url;
	throw new ExpectedFailure(
		`The proxy in ${source} must look like http://host:port, https://host:port or socks5://host:port.`,
	);
}

function either(environment: Environment, name: string): string | undefined {
	return environment[name] || environment[name.toLowerCase()] || undefined;
}

function bypasses(host: string, port: number, noProxy: string): boolean {
	if (host === 'localhost' || isWithin(host, '127.0.0.0/8') || host === '::1') return true;
	return noProxy
		.split(',')
		.map(rule => rule.trim().toLowerCase())
		.some(rule => rule === '*' || isWithin(host, rule) || matches(host, port, rule));
}

/** Whether the host is an address in `range`, which is written as 10.0.0.0/8. */
function isWithin(host: string, range: string): boolean {
	const [network = '', bits = ''] = range.split('/');
	const [family, version] = [isIP(host), isIP(network)];
	if (family === 0 || family !== version || !/^\d{1,3}$/.test(bits) || Number(bits) > (version === 4 ? 32 : 128))
		return false;
	const list = new BlockList();
	list.addSubnet(network, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
	return list.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** `example.com` is for itself and all below it, `.example.com` and `*.example.com` only for what is below; a port may follow. */
function matches(host: string, port: number, rule: string): boolean {
	const groups =
		isIP(rule) === 0 ? /^(?:\[(?<six>.*)\]|(?<name>[^:]*))(?::(?<port>\d+))?$/.exec(rule)?.groups : {name: rule};
	const name = groups?.['six'] ?? groups?.['name'] ?? '';
	if (name === '' || (groups?.['port'] !== undefined && Number(groups['port']) !== port)) return false;
	if (isIP(name) !== 0) return name === host;
	const suffix = name.replace(/^\*(?=\.)/, '');
	return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}
