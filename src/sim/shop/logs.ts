import type {LogScript} from '../contract.ts';
import {between, hexOf} from '../seed.ts';

/** Lines of Python's logging, with time and level. */
export const workerLogs: LogScript = {
	starting: ['[INFO] worker: connected to postgres:5432/shop', '[INFO] worker: waiting for orders'],
	serving({now, random}) {
		if (random() > 0.4) return [];
		const order = between(random, 10_000, 99_999);
		return [`${pythonTime(now)} INFO worker.orders order ${order} done in ${(0.05 + random() * 0.6).toFixed(3)}s`];
	},
};

export const mailerLogs: LogScript = {
	starting: ['level=info msg="listening" addr=:8080'],
	serving({random}) {
		if (random() > 0.3) return [];
		const id = hexOf(random, 12);
		return [`level=info msg="mail sent" template=order-confirmed id=${id} duration=${between(random, 20, 180)}ms`];
	},
};

/** A checkpoint every five minutes, as a quiet server writes it. */
export const postgresLogs: LogScript = {
	starting: [
		'LOG:  listening on IPv4 address "0.0.0.0", port 5432',
		'LOG:  database system is ready to accept connections',
	],
	serving({now, random}) {
		const second = Math.floor(now / 1000) % 300;
		if (second === 0) return [`${postgresTime(now)} [27] LOG:  checkpoint starting: time`];
		if (second !== 12) return [];
		const buffers = between(random, 40, 400);
		return [
			`${postgresTime(now)} [27] LOG:  checkpoint complete: wrote ${buffers} buffers; write=11.8 s, sync=0.01 s, total=11.9 s`,
		];
	},
};

function pythonTime(now: number): string {
	return new Date(now).toISOString().slice(0, 23).replace('T', ' ').replace('.', ',');
}

function postgresTime(now: number): string {
	return `${new Date(now).toISOString().slice(0, 23).replace('T', ' ')} UTC`;
}
