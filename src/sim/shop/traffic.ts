import type {Random} from '../../lib/clock.ts';
import type {Moment} from '../contract.ts';
import {between, hexOf, uuidOf} from '../seed.ts';

/** A request that the api has answered. */
export interface Answered {
	readonly method: string;
	/** The framework's name for it: `/items/{id}`. */
	readonly route: string;
	/** With its query. */
	readonly path: string;
	readonly status: number;
	readonly durationMs: number;
	readonly id: string;
	/** Lines that are written with it, after its own. */
	readonly words: readonly string[];
}

interface Route {
	/** Of a hundred requests. */
	readonly share: number;
	readonly method: string;
	readonly route: string;
	readonly path: (random: Random) => string;
	readonly medianMs: number;
	readonly status: number;
	/** What some are answered with, and how many of them. */
	readonly refused?: readonly [status: number, share: number];
	/** Share of those that fail. */
	readonly failed?: number;
}

export const ROUTES: readonly Route[] = [
	{share: 24, method: 'GET', route: '/items', path: listPath, medianMs: 28, status: 200, failed: 1 / 1500},
	{share: 28, method: 'GET', route: '/items/{id}', path: itemPath, medianMs: 18, status: 200, refused: [404, 0.015]},
	{share: 14, method: 'GET', route: '/search', path: searchPath, medianMs: 90, status: 200},
	{share: 12, method: 'GET', route: '/cart', path: () => '/cart', medianMs: 22, status: 200, refused: [401, 0.01]},
	{share: 8, method: 'POST', route: '/cart/items', path: () => '/cart/items', medianMs: 35, status: 201},
	{share: 12, method: 'POST', route: '/checkout', path: () => '/checkout', medianMs: 190, status: 200},
	{share: 2, method: 'GET', route: '/orders/{id}', path: orderPath, medianMs: 40, status: 200},
];

/** The requests of a second: four on average. */
export function requestsAt({random}: Moment): readonly Answered[] {
	return Array.from({length: between(random, 1, 7)}, () => requestOf(random));
}

/** How long it takes varies around the median as durations do, with a long tail; one in three hundred is slow. */
function requestOf(random: Random): Answered {
	const {method, route, path, medianMs, status, refused: [refusal, refusals] = [0, 0], failed = 0} = drawn(random);
	const slowness = random() < 1 / 300 ? between(random, 5, 12) : 1;
	const fate = random();
	return {
		method,
		route,
		path: path(random),
		status: fate < failed ? 500 : fate > 1 - refusals ? refusal : status,
		durationMs: medianMs * Math.exp(0.4 * normal(random)) * slowness,
		id: hexOf(random, 8),
		words: [],
	};
}

function drawn(random: Random): Route {
	let left = random() * 100;
	return ROUTES.find(({share}) => (left -= share) < 0) ?? (ROUTES[0] as Route);
}

/** Nearly normal, with mean 0, deviation 1, and nothing beyond 3. */
function normal(random: Random): number {
	return (random() + random() + random() - 1.5) * 2;
}

function listPath(random: Random): string {
	return random() < 0.5 ? '/items' : `/items?page=${between(random, 2, 9)}`;
}

function itemPath(random: Random): string {
	return `/items/${between(random, 1000, 9999)}`;
}

function searchPath(random: Random): string {
	return `/search?q=${['mug', 'green%20tea', 'lamp', 'desk', 'gift%20card'][between(random, 0, 4)] ?? ''}`;
}

function orderPath(random: Random): string {
	return `/orders/${uuidOf(random)}`;
}
