// Loaded before every script of package.json, by whatever Node npm found. Old syntax on purpose: an old Node must get as
// far as the sentence below. The right one is an optional dependency, which `--omit=optional` leaves out.
'use strict';

var version = process.versions.node.split('.').map(Number);
if (version[0] < 24 || (version[0] === 24 && version[1] < 12)) {
	process.stderr.write(
		'Building and testing needs Node.js 24.12 or newer and this is ' +
			process.version +
			': run "npm ci" (without --omit=optional), or put a newer Node.js first in PATH.\n',
	);
	process.exit(1);
}
