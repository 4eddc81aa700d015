import {Duplex} from 'node:stream';
import type {WebSocket} from 'ws';
import type {Cancel, Clock} from '../../lib/clock.ts';
import {FaultError} from '../fault.ts';

/** Channels of the subprotocol; each begins with the two bytes of the port. */
const DATA = 0;
const ERROR = 1;
const PORT_BYTES = 2;

/** Load balancers cut what says nothing for a minute. */
const PING_MS = 20_000;

/** A normal end, an end without a word: what a server says that has nothing more to send. */
const ENDS_WELL = new Set([1000, 1001, 1005]);

/** What is shown of an error's text. */
const ERROR_CHARS_MAX = 300;

/**
 * A connection to a port of a pod, within a WebSocket that speaks `v4.channel.k8s.io` (kubelet, `portforward/websocket.go`). It is read
 * no faster than its reader reads, and takes no more than it can send. It fails only with FaultError; a failure that nobody listens to is
 * silent. The protocol has no half-close: the end of what we write is not told to the pod.
 */
export class Tunnel extends Duplex {
	readonly #socket: WebSocket;
	readonly #where: string;
	readonly #cancelPing: Cancel;
	readonly #begun = [0, 0];
	#isHeard = true;

	/**
	 * @param socket open and paused
	 * @param where for the words of a fault: `port 8080 of api-x2xkq`
	 */
	constructor(socket: WebSocket, where: string, clock: Clock) {
		super({allowHalfOpen: true, emitClose: true});
		this.#socket = socket;
		this.#where = where;
		this.#cancelPing = clock.every(PING_MS, () => this.#ping());
		this.on('error', () => undefined);
		socket.on('message', (data: Buffer) => this.#receive(data));
		socket.on('pong', () => (this.#isHeard = true));
		socket.on('close', code => this.#end(code));
		if (socket.readyState !== socket.OPEN) this.#end(1006);
		// What tells of a port where nobody listens comes unasked.
		else socket.resume();
	}

	override _read(): void {
		if (this.#socket.isPaused) this.#socket.resume();
	}

	override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
		const framed = Buffer.allocUnsafe(chunk.length + 1);
		framed[0] = DATA;
		chunk.copy(framed, 1);
		// Calls back once it is with the machine's own socket: until then nothing more comes.
		this.#socket.send(framed, error => done(error && this.#fault('unreachable', 'was cut.')));
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		this.#cancelPing();
		if (error !== null) this.#socket.terminate();
		else {
			this.#socket.close(1000);
			// The goodbye of the other end comes behind what is left unread.
			if (this.#socket.isPaused) this.#socket.resume();
		}
		done(error);
	}

	/** What Node's HTTP client expects of a socket beside a stream. */
	setKeepAlive(): this {
		return this;
	}
	setNoDelay(): this {
		return this;
	}
	setTimeout(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}

	#receive(message: Buffer): void {
		this.#isHeard = true;
		const channel = message[0];
		if (this.destroyed || (channel !== DATA && channel !== ERROR)) return;
		const missing = PORT_BYTES - (this.#begun[channel] ?? 0);
		this.#begun[channel] = PORT_BYTES - Math.max(0, missing - (message.length - 1));
		const rest = message.subarray(1 + Math.max(0, missing));
		if (rest.length === 0) return;
		if (channel === ERROR) {
			const said = rest.toString().trim().slice(0, ERROR_CHARS_MAX);
			const isRefused = /connection refused/i.test(said);
			this.destroy(this.#fault(isRefused ? 'refused' : 'unreachable', `cannot be reached: ${said}`));
		} else if (!this.push(rest)) this.#socket.pause();
	}

	#end(code: number): void {
		if (this.destroyed) return;
		if (!ENDS_WELL.has(code)) this.destroy(this.#fault('unreachable', `was cut (${code}).`));
		else {
			this.push(null);
			// Nobody takes what is written from here on.
			this.end();
		}
	}

	#ping(): void {
		// While nobody reads, a pong cannot be seen.
		if (this.#socket.isPaused) return;
		if (!this.#isHeard) this.destroy(this.#fault('timeout', 'does not answer any more.'));
		else {
			this.#isHeard = false;
			this.#socket.ping();
		}
	}

	#fault(kind: 'unreachable' | 'refused' | 'timeout', words: string): FaultError {
		return new FaultError({kind, message: `The tunnel to ${this.#where} ${words}`});
	}
}
