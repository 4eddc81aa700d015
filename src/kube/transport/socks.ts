import type {Socket} from 'node:net';
import {FaultError} from '../fault.ts';

const VERSION = 5;
const NO_LOGIN = 0;
const PASSWORD_LOGIN = 2;

/** What a SOCKS server says when it cannot connect (RFC 1928, 6). */
const REFUSALS = [
	'',
	'failed',
	'does not permit it',
	'has no network to it',
	'has no route to it',
	'was refused by it',
	'got no answer from it',
];

/** Has a SOCKS5 server connect to a host, whose name it looks up itself (RFC 1928, 1929). Rejects with FaultError. */
export async function askSocks(
	socket: Socket,
	proxy: URL,
	target: {readonly host: string; readonly port: number},
	signal: AbortSignal,
): Promise<void> {
	const fail = (kind: 'unreachable' | 'credential' | 'protocol', words: string): never => {
		socket.destroy();
		throw new FaultError({kind, message: `The SOCKS proxy ${proxy.host} ${words}`});
	};
	const receive = (size: number): Promise<Buffer> => readExactly(socket, size, signal);
	const user = Buffer.from(decodeURIComponent(proxy.username));
	const password = Buffer.from(decodeURIComponent(proxy.password));
	const login = user.length > 0 ? PASSWORD_LOGIN : NO_LOGIN;
	socket.write(Buffer.of(VERSION, 1, login));
	const [version, method] = await receive(2);
	if (version !== VERSION) fail('protocol', 'does not speak SOCKS5.');
	if (method !== login)
		fail('credential', login === NO_LOGIN ? 'wants a user and password.' : 'takes no user and password.');
	if (login === PASSWORD_LOGIN) {
		socket.write(Buffer.concat([Buffer.of(1, user.length), user, Buffer.of(password.length), password]));
		if ((await receive(2))[1] !== 0) fail('credential', 'refuses the user or password.');
	}
	const name = Buffer.from(target.host);
	const port = Buffer.of(target.port >> 8, target.port & 0xff);
	socket.write(Buffer.concat([Buffer.of(VERSION, 1, 0, 3, name.length), name, port]));
	const [, refusal = 1, , addressType] = await receive(4);
	if (refusal !== 0) fail('unreachable', `cannot connect to ${target.host}: it ${REFUSALS[refusal] ?? 'failed'}.`);
	// The address from which it connects is of no use to us, but stands before the server's first byte.
	const addressSize = addressType === 1 ? 4 : addressType === 4 ? 16 : ((await receive(1))[0] ?? 0);
	await receive(addressSize + 2);
}

function readExactly(socket: Socket, size: number, signal: AbortSignal): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const done = (): void => {
			socket.off('readable', look);
			socket.off('close', cut);
			signal.removeEventListener('abort', stop);
		};
		const look = (): void => {
			const bytes = socket.read(size) as Buffer | null;
			if (bytes === null || bytes.length < size) return;
			done();
			resolve(bytes);
		};
		const cut = (): void => {
			done();
			reject(signal.aborted ? signal.reason : Object.assign(new Error('closed'), {code: 'ECONNRESET'}));
		};
		const stop = (): void => {
			socket.destroy();
		};
		socket.on('readable', look);
		socket.on('close', cut);
		signal.addEventListener('abort', stop, {once: true});
		if (socket.destroyed) cut();
		else look();
	});
}
