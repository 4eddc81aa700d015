#!/usr/bin/env node
// Starts the built program. The syntax is old on purpose: a Node.js that is too old must get as far as saying so.
'use strict';

var fs = require('fs');
var path = require('path');
var url = require('url');

var program = path.join(__dirname, '..', 'dist', 'cli.mjs');

/**
 * V8 lets the nursery of new objects grow to 16 MB and more; we make much and keep little, and half of our memory was that.
 * The flag counts only when the process starts with it, so the process replaces itself once: same pid, same terminal.
 */
var nursery = '--max-semi-space-size=2';

if (!process.versions.bun && isTooOld(process.versions.node)) {
	var found = process.version + ' (' + process.execPath + ')';
	var remedy = isCheckout() ? ': "npm ci" brings Node.js 24, and "npm start" uses it.' : '.';
	refuse('Dogwatch needs Node.js 22.19 or newer; this is ' + found + remedy);
} else if (!fs.existsSync(program)) {
	refuse('Dogwatch is not built yet: run "npm run build" first.');
} else {
	if (mayRestart()) restart();
	void import(url.pathToFileURL(program).href);
}

function isTooOld(version) {
	var parts = version.split('.').map(Number);
	return parts[0] < 22 || (parts[0] === 22 && parts[1] < 19);
}

/** Where the program was copied to without the project, npm brings nothing. */
function isCheckout() {
	return fs.existsSync(path.join(__dirname, '..', 'package.json'));
}

function refuse(sentence) {
	process.stderr.write(sentence + '\n');
	process.exitCode = 1;
}

/** Not when somebody chose the flag already, and not for an answer of one line: it costs a second start of Node.js. */
function mayRestart() {
	if (process.versions.bun || typeof process.execve !== 'function') return false;
	if (/^(-v|--version|-h|--help)$/.test(process.argv[2])) return false;
	return (
		process.execArgv
			.concat(process.env.NODE_OPTIONS || '')
			.join(' ')
			.indexOf('max-semi-space-size') < 0
	);
}

/** Does not come back; where the system cannot do it (Windows), it goes on as it is, with more memory. */
function restart() {
	var emitWarning = process.emitWarning;
	process.emitWarning = function () {}; // execve is experimental, which is nothing to tell a user
	try {
		var args = [process.execPath, nursery].concat(process.execArgv, process.argv.slice(1));
		process.execve(process.execPath, args, process.env);
	} catch (_) {
		process.emitWarning = emitWarning;
	}
}
