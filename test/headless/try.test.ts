import {test} from 'vitest';
import {writeFileSync, mkdirSync, existsSync} from 'node:fs';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {openProgram} from '../support/pty.ts';
import {runInPipes, privateFolder, LAUNCHER, environmentIn} from '../support/program.ts';
import {makeCertificates} from '../support/certificates.ts';
import {listen} from '../support/little-server.ts';
import {execUser, writeKubeconfig} from './kubeconfig.ts';

const certs = makeCertificates();
if ('skipped' in certs) throw new Error(certs.skipped);
const c = certs;
const b64 = (b: Buffer) => b.toString('base64');
test('pre', async () => {
	const f = privateFolder();
	writeFileSync(f + '/empty', '');
	writeFileSync(f + '/yaml', 'apiVersion: v1\nclusters:\n- name: "x\n  a: [\n');
	for (const p of ['empty','yaml','.']) console.log(await runInPipes({args: ['--kubeconfig', `${f}/${p}`]}));
	const cases: [any, any][] = [
		[{server: 'https://127.0.0.1:1', 'certificate-authority': 'gone.crt'}, {}],
		[{server: 'https://127.0.0.1:1'}, {'client-certificate': 'gone.crt', 'client-key': 'gone.key'}],
		[{server: 'https://127.0.0.1:1'}, {exec: {apiVersion: 'client.authentication.k8s.io/v1', command: 'no-such-login', interactiveMode: 'Never'}}],
		[{server: 'https://127.0.0.1:1'}, {}],
	];
	for (const [a, b] of cases) { writeKubeconfig(f, a, b); console.log(await runInPipes({args: [], env: {KUBECONFIG: `${f}/kubeconfig`}})); }
	console.log(await runInPipes({args: ['--context', 'her'], env: {KUBECONFIG: `${f}/kubeconfig`}}));
	const ch = spawn(process.execPath, [LAUNCHER, '--demo'], {env: environmentIn(f), stdio: ['ignore', 'pipe', 'pipe']});
	ch.stdout.destroy();
	let err = ''; ch.stderr.on('data', d => err += d);
	console.log('EPIPE', await once(ch, 'close'), err);
});
test('up', async () => {
	const f = privateFolder();
	const html = await listen((_q, r) => r.writeHead(200, {'content-type': 'text/html'}).end('<html>hello</html>'));
	const no = await listen((_q, r) => r.writeHead(401, {'content-type': 'application/json'}).end(JSON.stringify({kind: 'Status', apiVersion: 'v1', status: 'Failure', message: 'Unauthorized', reason: 'Unauthorized', code: 401})));
	const wrongCa = await listen((_q, r) => r.end('{}'), c.server);
	const expired = await listen((_q, r) => r.end('{}'), c.expired);
	const cases: [string, any, any][] = [
		['refused', {server: 'http://127.0.0.1:1'}, {}],
		['html', {server: html.url.href}, {}],
		['401', {server: no.url.href}, {}],
		['ca', {server: wrongCa.url.href, 'certificate-authority-data': b64(c.otherCa)}, {}],
		['expired', {server: expired.url.href, 'certificate-authority-data': b64(c.ca)}, {}],
		['execfail', {server: no.url.href}, execUser(f, 'echo "your session has ended" >&2; exit 3')],
		['slow', {server: no.url.href}, execUser(f, `echo $$ >${f}/pid; exec sleep 300`)],
		['rubbish', {server: no.url.href}, execUser(f, 'echo "\\033[31mWelcome\\033[0m"')],
	];
	for (const [n, a, b] of cases) {
		if (n === 'rubbish' || n === 'execfail') execUser(f, n === 'rubbish' ? 'printf "\\033[31mWelcome\\033[0m"' : 'echo "your session has ended" >&2; exit 3');
		const path = writeKubeconfig(f, a, b);
		const p = openProgram({args: ['--kubeconfig', path], columns: 160});
		try {
		const rows = await p.until(n === 'slow' ? /connecting/ : /retry|trying/);
		console.log(n, rows.filter(r => r.trim()).join('\n'));
		p.press('q');
		console.log((await p.until(/Quit dogwatch/)).slice(15,25).join('\n'));
		const t = Date.now();
		p.press('y');
		console.log(await Promise.race([p.exit, new Promise(r => setTimeout(r, 3000, 'HANGS'))]), Date.now() - t);
		} catch (e) { console.log(n, e); }
	}
});
test('hup', async () => {
	const p = openProgram({args: ['--demo=calm']});
	await p.until(/live/);
	const t = Date.now();
	p.hangUp();
	console.log(await p.exit, Date.now() - t);
});
