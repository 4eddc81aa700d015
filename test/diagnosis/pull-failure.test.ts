import {expect, test} from 'vitest';
import {coreOfPull, type PullFailure, pullFailureOf} from '../../src/diagnosis/images/pull-failure.ts';

/** As runtimes, kubelets and registries print them. */
const TEXTS: readonly (readonly [PullFailure, string])[] = [
	['not-found', 'rpc error: code = NotFound desc = failed to pull and unpack image "r/a:1": r/a:1: not found'],
	['not-found', 'manifest for shop/api:9 not found: manifest unknown: manifest unknown'],
	['not-found', 'reading manifest 9 in quay.io/shop/api: name unknown: repository not found'],
	['not-found', 'manifest tagged by "9" is not found'],
	['not-found', 'unexpected status code [manifests 9]: 404 Not Found'],
	[
		'denied',
		'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
	],
	['denied', 'errors: denied: requested access to the resource is denied'],
	[
		'denied',
		'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=x: 401 Unauthorized',
	],
	[
		'denied',
		'denied: Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "x" (or it may not exist)',
	],
	['unauthorized', 'pulling from host r.example failed with status code [manifests 1]: 401 Unauthorized'],
	['unauthorized', 'failed to authorize: failed to fetch oauth token: unexpected status: 403 Forbidden'],
	[
		'unauthorized',
		'pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
	],
	['unauthorized', 'Head "https://1.dkr.ecr.eu-west-1.amazonaws.com/v2/api/manifests/1": no basic auth credentials'],
	['unauthorized', 'denied: User: arn:aws:sts::1:assumed-role/n is not authorized to perform: ecr:BatchGetImage'],
	['unauthorized', 'unable to retrieve auth token: invalid username/password: unauthorized: authentication required'],
	[
		'network',
		'failed to authorize: failed to fetch oauth token: Post "https://auth.docker.io/token": net/http: TLS handshake timeout',
	],
	[
		'network',
		'failed to do request: Head "https://r.example/v2/": dial tcp 1.2.3.4:443: connect: connection refused',
	],
	[
		'network',
		'Get "https://r.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
	],
	['network', 'failed to copy: httpReadSeeker: failed open: unexpected EOF'],
	['dns', 'dial tcp: lookup r.example on 10.96.0.10:53: no such host'],
	['dns', 'dial tcp: lookup r.example on 10.96.0.10:53: read udp 10.0.0.1:1->10.96.0.10:53: i/o timeout'],
	['registry', 'failed to authorize: failed to fetch oauth token: unexpected status: 503 Service Unavailable'],
	['registry', 'received unexpected HTTP status: 500 Internal Server Error'],
	['rate-limit', '429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit'],
	['throttled', 'pull QPS exceeded'],
	['certificate', 'tls: failed to verify certificate: x509: certificate signed by unknown authority'],
	['certificate', 'http: server gave HTTP response to HTTPS client'],
	['platform', 'no match for platform in manifest: not found'],
	['platform', 'no matching manifest for linux/arm64/v8 in the manifest list entries'],
	['disk', 'failed to extract layer sha256:aa: write /x: no space left on device: unknown'],
	['bad-name', `couldn't parse image name "A:": invalid reference format: repository name must be lowercase`],
	[
		'bad-name',
		'short-name "api" did not resolve to an alias: short-name resolution enforced but cannot prompt without a TTY',
	],
	['unknown', 'mediaType in manifest should be sane'],
	['forgotten', ''],
];

test.each([...TEXTS])('%s: %s', (failure, text) => {
	expect(pullFailureOf(text)).toBe(failure);
});

test('what only wraps the cause is taken away', () => {
	expect(coreOfPull('Back-off pulling image "a:1"')).toBe('');
	expect(coreOfPull('Back-off pulling image "a:1": ErrImagePull: rpc error: code = Unknown desc = x')).toBe('x');
	expect(coreOfPull('Failed to pull image "a:1": rpc error: code = NotFound desc = a:1: not found')).toBe(
		'rpc error: code = NotFound desc = a:1: not found',
	);
	expect(coreOfPull('(Mirrors also failed: [m/a: manifest unknown]): docker.io/a: i/o timeout')).toBe(
		'docker.io/a: i/o timeout',
	);
});
