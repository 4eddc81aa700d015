import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'SLOW REQUEST: http://api.example.com/items?q=1 took 1.23s',
			level: 'warn',
			message: '',
			request: {method: '', path: '/items?q=1', status: 0, durationMs: 1230, slowOnly: true},
			fields: {duration: '1.23'},
		},
		{
			text: 'SLOW REQUEST: http://app:hunter2@api.example.com/items?token=hunter2 took 12.00s',
			request: {path: '/items?token=***', durationMs: 12_000},
		},
		{text: 'SLOW REQUEST: http://10.1.2.3:8000 took 1.00s', request: {path: '/'}},
	],
	others: ['SLOW REQUEST: nothing took long', 'WARNING:app:SLOW REQUEST: http://api/items took 1.23s'],
} satisfies LogFormatExamples;
