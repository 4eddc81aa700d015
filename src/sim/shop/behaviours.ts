import type {Behaviour} from '../contract.ts';
import {apiLogs} from './api-logs.ts';
import {mailerLogs, postgresLogs, workerLogs} from './logs.ts';
import {breathing} from './usage.ts';

/** How the shop behaves while all is well. Stories put their own behaviours before these. */
export const behaviours: readonly Behaviour[] = [
	{of: {image: 'shop/api:'}, logs: apiLogs(), usage: breathing(0.13, 210)},
	{of: {image: 'shop/worker:'}, logs: workerLogs, usage: breathing(0.06, 118)},
	{of: {image: 'shop/mailer:'}, logs: mailerLogs, usage: breathing(0.012, 41)},
	{of: {image: 'library/postgres:'}, logs: postgresLogs, usage: breathing(0.3, 720)},
	{of: {image: 'platform/'}, usage: breathing(0.015, 38)},
];
