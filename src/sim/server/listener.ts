import http, {type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** An HTTP server on loopback that can stop listening and come back on the same port. */
export interface Listener {
	readonly port: number;
	/** Closes the port and all connections. */
	close(): Promise<void>;
	open(): Promise<void>;
}

export async function createListener(
	port: number,
	handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listener> {
	let server = await listen(port, handle);
	const {port: taken} = server.address() as AddressInfo;
	return {
		port: taken,
		async close() {
			if (!server.listening) return;
			const closed = new Promise<void>(resolve => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
		async open() {
			if (!server.listening) server = await listen(taken, handle);
		},
	};
}

function listen(port: number, handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = http.createServer({requestTimeout: 0, headersTimeout: 0}, (request, response) => {
			response.sendDate = false;
			// A client that goes away is no trouble of ours.
			response.on('error', () => {});
			handle(request, response);
		});
		server.keepAliveTimeout = 0;
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}
