import type {CoreV1Event} from '@kubernetes/client-node';
import type {EventRow} from '../../../model/event.ts';
import type {Wire} from '../../../model/wire.ts';
import {ago, countColumn, namespaceColumn, NOTHING, orNothing} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {projectEvent} from './project.ts';

export default defineKind<EventRow, Wire<CoreV1Event>>({
	id: 'event',
	title: 'events',
	group: '',
	version: 'v1',
	plural: 'events',
	objectKind: 'Event',
	namespaced: true,
	aliases: ['ev'],
	capabilities: [],
	project: projectEvent,
	columns: [
		namespaceColumn,
		{
			// Its age is that of its newest occurrence: an event may repeat for hours.
			id: 'age',
			title: 'LAST',
			align: 'right',
			width: {min: 4, max: 6},
			priority: 2,
			value: (row, facts) => ago(row.lastAt, facts),
			sort: (row, facts) => facts.now - row.lastAt,
		},
		{
			id: 'type',
			title: 'TYPE',
			width: {min: 7, max: 8},
			priority: 5,
			value: row => orNothing(row.type),
			tone: row => (isWarning(row) ? 'struggling' : 'muted'),
		},
		{id: 'reason', title: 'REASON', width: {min: 10, max: 28}, priority: 2, value: row => orNothing(row.reason)},
		{
			// Its own name is a hash: it is known by what it is about.
			id: 'name',
			title: 'OBJECT',
			width: {min: 12, max: 60},
			priority: 1,
			value: ({object}) => (object.name === '' ? NOTHING : `${object.kind}/${object.name}`),
		},
		countColumn({id: 'count', title: 'COUNT', priority: 4, of: row => row.count}),
		{
			id: 'source',
			title: 'SOURCE',
			width: {min: 8, max: 32},
			priority: 8,
			wide: true,
			value: row => orNothing(row.source),
		},
		{
			id: 'message',
			title: 'MESSAGE',
			width: {min: 20, max: 200},
			priority: 3,
			value: row => orNothing(row.message),
		},
	],
	// The newest first.
	sortedBy: {column: 'age', descending: false},
	newestFirst: true,
	mark: row => (isWarning(row) ? 'struggling' : 'healthy'),
	drill: ({object}) =>
		object.name === '' || object.kind === ''
			? {to: 'nothing', because: 'the event does not say what it is about'}
			: {to: 'object', objectKind: object.kind, namespace: object.namespace, name: object.name},
	about: ({object: {kind, namespace, name, uid}}) =>
		name === '' || kind === '' ? undefined : {objectKind: kind, namespace, name, uid},
});

function isWarning(row: EventRow): boolean {
	return row.type === 'Warning';
}
