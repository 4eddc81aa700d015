import type {Clock} from '../../lib/clock.ts';
import {Cancelled} from '../../lib/failure.ts';
import {FaultError} from '../../kube/fault.ts';
import type {Transport} from '../../kube/ports.ts';
import type {Fault} from '../../model/connection.ts';
import {type Address, addressIn} from '../../services/database/address.ts';
import type {Ledger} from '../ledger.ts';

/** A key of a Secret that should hold the address of a database. */
export interface SecretWish {
	readonly namespace: string;
	readonly secret: string;
	readonly key: string;
}

/** Addresses of databases that are in Secrets. User, password and all else are forgotten as soon as they are read. */
export interface SecretAddresses {
	/** These are used now; each that is new is read once, one that failed again after a minute. */
	want(wishes: readonly SecretWish[]): void;
	/** Where the address leads; undefined when it is not known. */
	of(wish: SecretWish): Address | undefined;
	/** Why it is not known, in a few words: `no right to get secrets in shop`; empty when it is, or will be. */
	because(wish: SecretWish): string;
	/** Another one when something was read. */
	readonly version: number;
	retryNow(): void;
	stop(): void;
}

const AGAIN_MS = 60_000;

/** A Secret has at most 1 MB, and a third more as base64. */
const BYTES_MAX = 2 * 1024 * 1024;

/** Of a cluster in which everything is a database. */
const WISHES_MAX = 200;

interface Known {
	readonly address: Address | undefined;
	readonly because: string;
	/** Milliseconds since 1970. */
	readonly againAt: number;
}

export function createSecretAddresses(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly ledger: Ledger;
	readonly wake: () => void;
}): SecretAddresses {
	const {transport, clock, ledger, wake} = options;
	const stopped = new AbortController();
	const known = new Map<string, Known>();
	const reading = new Set<string>();
	let wanted: readonly SecretWish[] = [];
	let version = 0;

	const read = async (wish: SecretWish): Promise<void> => {
		const id = idOf(wish);
		const done = ledger.begin(`address ${wish.secret}`);
		reading.add(id);
		const said = await addressOf(transport, wish, stopped.signal);
		reading.delete(id);
		if (!stopped.signal.aborted) {
			known.set(id, {...said, againAt: said.address === undefined ? clock.now() + AGAIN_MS : Infinity});
			version += 1;
			wake();
		}
		done();
	};
	const readDue = (): void => {
		if (stopped.signal.aborted) return;
		const now = clock.now();
		for (const wish of wanted) {
			const id = idOf(wish);
			if (!reading.has(id) && (known.get(id)?.againAt ?? 0) <= now) void read(wish);
		}
	};
	return {
		want(wishes) {
			wanted = [...new Map(wishes.map(wish => [idOf(wish), wish])).values()].slice(0, WISHES_MAX);
			const ids = new Set(wanted.map(idOf));
			for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
			readDue();
		},
		of: wish => known.get(idOf(wish))?.address,
		because: wish => known.get(idOf(wish))?.because ?? '',
		get version() {
			return version;
		},
		retryNow() {
			for (const [id, one] of known) if (one.address === undefined) known.set(id, {...one, againAt: 0});
			readDue();
		},
		stop: () => stopped.abort(),
	};
}

function idOf({namespace, secret, key}: SecretWish): string {
	return `${namespace}/${secret}/${key}`;
}

async function addressOf(
	transport: Transport,
	{namespace, secret, key}: SecretWish,
	signal: AbortSignal,
): Promise<Pick<Known, 'address' | 'because'>> {
	try {
		const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(secret)}`;
		const object = await transport.json({path, accept: 'application/json', signal, bytesMax: BYTES_MAX});
		const value = valueIn(object, key);
		if (value === undefined) return {address: undefined, because: `Secret ${secret} has no key ${key}`};
		const address = addressIn(value);
		return {address, because: address === undefined ? `${key} of Secret ${secret} is no address we know` : ''};
	} catch (error) {
		if (error instanceof FaultError) return {address: undefined, because: wordsOf(error.fault, namespace)};
		if (error instanceof Cancelled) return {address: undefined, because: ''};
		throw error;
	}
}

function valueIn(object: unknown, key: string): string | undefined {
	const {data} = object as {readonly data?: Readonly<Record<string, unknown>> | null};
	const value = data !== undefined && data !== null && Object.hasOwn(data, key) ? data[key] : undefined;
	return typeof value === 'string' ? Buffer.from(value, 'base64').toString().trim() : undefined;
}

function wordsOf({kind, permission, message}: Fault, namespace: string): string {
	return kind === 'forbidden' ? `no right to ${permission ?? `get secrets in ${namespace}`}` : message;
}
