import type {IncomingMessage, RequestListener} from 'node:http';
import net, {type Socket} from 'node:net';
import {type WebSocket, WebSocketServer} from 'ws';
import {listen, type LittleServer} from './little-server.ts';

/** An API server that forwards ports as a kubelet does in `v4.channel.k8s.io`, and answers other requests as it is told. */
export interface ForwardServer extends LittleServer {
	/** The heads of the upgrades that were asked for. */
	readonly upgrades: readonly IncomingMessage[];
	/** Open tunnels, the oldest first. */
	readonly sockets: readonly WebSocket[];
}

/** Two bytes of the port on each channel come first. */
const portFrame = (channel: number, port: number): Buffer => Buffer.of(channel, port & 0xff, port >> 8);

/** Has a WebSocket carry the bytes of a TCP connection, both held back when the other end is slow. */
function carry(webSocket: WebSocket, socket: Socket): void {
	webSocket.on('message', (message: Buffer) => {
		if (message[0] !== 0 || socket.write(message.subarray(1))) return;
		webSocket.pause();
		socket.once('drain', () => webSocket.resume());
	});
	socket.on('data', chunk => {
		socket.pause();
		webSocket.send(Buffer.concat([Buffer.of(0), chunk]), () => socket.resume());
	});
	socket.on('error', error =>
		webSocket.send(Buffer.concat([Buffer.of(1), Buffer.from(`error forwarding port: ${error.message}`)])),
	);
	socket.on('end', () => webSocket.close(1000));
	webSocket.on('close', () => socket.destroy());
}

/**
 * @param options.forward what happens to a tunnel whose frames of the port were sent; missing: it leads to that port of 127.0.0.1
 * @param options.answer other requests
 * @param options.refuse answers an upgrade itself: status and body
 */
export async function listenForwarding(
	options: {
		readonly forward?: (webSocket: WebSocket, port: number) => void;
		readonly answer?: RequestListener;
		readonly refuse?: (request: IncomingMessage) => {readonly status: number; readonly text: string} | undefined;
		readonly autoPong?: boolean;
		/** Whether the frames of the port are sent; true when missing. */
		readonly sendsPort?: boolean;
	} = {},
): Promise<ForwardServer> {
	const {
		forward = (webSocket, port) => carry(webSocket, net.connect(port, '127.0.0.1')),
		answer = (_request, response) => void response.writeHead(404).end(),
		refuse,
		autoPong = true,
		sendsPort = true,
	} = options;
	const upgrades: IncomingMessage[] = [];
	const sockets: WebSocket[] = [];
	const little = await listen(answer);
	const webSockets = new WebSocketServer({noServer: true, autoPong});
	little.server.on('upgrade', (request, socket, head) => {
		upgrades.push(request);
		const refusal = refuse?.(request);
		if (refusal !== undefined) {
			const {status, text} = refusal;
			socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`);
			return;
		}
		webSockets.handleUpgrade(request, socket, head, webSocket => {
			sockets.push(webSocket);
			webSocket.on('error', () => undefined);
			webSocket.on('close', () => sockets.splice(sockets.indexOf(webSocket), 1));
			const port = Number(new URL(request.url ?? '', 'http://x').searchParams.get('ports'));
			for (const channel of sendsPort ? [0, 1] : []) webSocket.send(portFrame(channel, port));
			forward(webSocket, port);
		});
	});
	return {...little, upgrades, sockets};
}
