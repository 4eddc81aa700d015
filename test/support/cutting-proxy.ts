import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Socket} from 'node:net';

/** Stands between a client and a server on this machine, and can break what goes through. */
export interface CuttingProxy {
	readonly port: number;
	/** Breaks all connections. */
	cut(): void;
	/** From now on, or no longer, nobody gets through. */
	shut(isShut: boolean): void;
	stop(): Promise<void>;
}

export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
	const sockets = new Set<Socket>();
	let isShut = false;
	const server = createServer(client => {
		if (isShut) {
			client.destroy();
			return;
		}
		const upstream = connect(serverPort, '127.0.0.1');
		for (const [socket, other] of [
			[client, upstream],
			[upstream, client],
		] as const) {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				sockets.delete(socket);
				other.destroy();
			});
			socket.pipe(other);
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const cut = (): void => {
		for (const socket of sockets) socket.resetAndDestroy();
	};
	return {
		port: (server.address() as AddressInfo).port,
		cut,
		shut(next) {
			isShut = next;
			if (isShut) cut();
		},
		async stop() {
			cut();
			server.close();
			await once(server, 'close');
		},
	};
}
