import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {podText} from './pods.ts';

/** What a client that ends its watch with this many changes is sent, 20 of them each 20 ms: a stormy cluster. */
export const EVENTS = 1000;
const EVENTS_PER_BEAT = 20;
const BEAT_MS = 20;
/** As k8s.io/apiserver compresses. */
const GZIP_LEVEL = 4;

/** Serves `count` pods on loopback: whole, in pages, and a watch with EVENTS changes. Returns the port once all is prepared. */
export async function serveManyPods(count: number): Promise<number> {
	const texts = Array.from({length: count}, (_, index) => podText(index, '1000'));
	const answers = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		if (query.has('watch')) {
			sendEvents(response, texts.length);
			return;
		}
		const size = Number(query.get('limit') ?? count);
		const from = Number(query.get('continue') ?? 0);
		const key = `${from}+${size}`;
		const answer = answers.get(key) ?? gzipSync(listText(texts, from, size), {level: GZIP_LEVEL});
		answers.set(key, answer);
		response.writeHead(200, {'content-type': 'application/json', 'content-encoding': 'gzip'}).end(answer);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

function listText(texts: readonly string[], from: number, size: number): string {
	const to = Math.min(from + size, texts.length);
	const rest = to < texts.length ? `,"continue":"${to}","remainingItemCount":${texts.length - to}` : '';
	const metadata = `{"resourceVersion":"1000"${rest}}`;
	return `{"kind":"PodList","apiVersion":"v1","metadata":${metadata},"items":[${texts.slice(from, to).join(',')}]}\n`;
}

function sendEvents(response: ServerResponse, count: number): void {
	response.writeHead(200, {'content-type': 'application/json'}).flushHeaders();
	let sent = 0;
	const beat = setInterval(() => {
		for (let at = 0; at < EVENTS_PER_BEAT; at++) {
			response.write(`{"type":"MODIFIED","object":${podText((sent * 7) % count, String(2000 + sent))}}\n`);
			sent++;
		}
		if (sent >= EVENTS) clearInterval(beat);
	}, BEAT_MS);
	response.on('close', () => clearInterval(beat));
}
