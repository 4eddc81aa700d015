import type {EventRow} from '../../../model/event.ts';
import type {KindExample} from '../../example.ts';

const metadata = {
	name: 'api-7f9c5d-x2xkq.18ea968013ef7995',
	namespace: 'shop',
	uid: 'event-uid',
	creationTimestamp: '2026-11-24T11:00:00Z',
};

const involvedObject = {
	kind: 'Pod',
	namespace: 'shop',
	name: 'api-7f9c5d-x2xkq',
	uid: 'pod-uid',
	fieldPath: 'spec.containers{api}',
};

const examples: readonly KindExample<EventRow>[] = [
	{
		name: 'a kubelet holds a container back, for the ninth time',
		object: {
			apiVersion: 'v1',
			kind: 'Event',
			metadata,
			involvedObject,
			type: 'Warning',
			reason: 'BackOff',
			message: 'Back-off restarting failed container api',
			count: 9,
			firstTimestamp: '2026-11-24T11:50:00Z',
			lastTimestamp: '2026-11-24T11:59:30Z',
			eventTime: null,
			source: {component: 'kubelet', host: 'ip-10-1'},
			reportingComponent: '',
		},
		row: {
			kind: 'event',
			uid: 'event-uid',
			name: 'api-7f9c5d-x2xkq.18ea968013ef7995',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {},
			owner: undefined,
			type: 'Warning',
			reason: 'BackOff',
			message: 'Back-off restarting failed container api',
			object: {kind: 'Pod', namespace: 'shop', name: 'api-7f9c5d-x2xkq', uid: 'pod-uid'},
			container: 'api',
			count: 9,
			firstAt: Date.parse('2026-11-24T11:50:00Z'),
			lastAt: Date.parse('2026-11-24T11:59:30Z'),
			source: 'kubelet',
		},
		cells: {
			namespace: 'shop',
			age: '30s',
			type: 'Warning',
			reason: 'BackOff',
			name: 'Pod/api-7f9c5d-x2xkq',
			count: '9',
			source: 'kubelet',
			message: 'Back-off restarting failed container api',
		},
		mark: 'struggling',
		drill: {to: 'object', objectKind: 'Pod', namespace: 'shop', name: 'api-7f9c5d-x2xkq'},
	},
	{
		name: 'a scheduler writes the newer form, in which the old times and counts are null',
		object: {
			metadata,
			involvedObject: {...involvedObject, fieldPath: undefined},
			type: 'Normal',
			reason: 'Scheduled',
			message: 'Successfully assigned',
			count: 0,
			firstTimestamp: null,
			lastTimestamp: null,
			eventTime: '2026-11-24T11:58:00.294999Z',
			reportingComponent: 'default-scheduler',
			source: {},
		},
		row: {
			count: 1,
			container: '',
			firstAt: Date.parse('2026-11-24T11:58:00.294Z'),
			lastAt: Date.parse('2026-11-24T11:58:00.294Z'),
			source: 'default-scheduler',
		},
		cells: {age: '119s', count: '1'},
		mark: 'healthy',
	},
	{
		name: 'a series counts for itself',
		object: {
			metadata,
			involvedObject: {...involvedObject, fieldPath: 'spec.initContainers{migrate}'},
			eventTime: '2026-11-24T11:00:00Z',
			series: {count: 12, lastObservedTime: '2026-11-24T11:59:00Z'},
		},
		row: {
			count: 12,
			container: 'migrate',
			firstAt: Date.parse('2026-11-24T11:00:00Z'),
			lastAt: Date.parse('2026-11-24T11:59:00Z'),
		},
		cells: {age: '60s', type: '–', reason: '–', message: '–', source: '–'},
	},
	{
		name: 'an event without any time happened when it was written',
		object: {metadata, involvedObject: {}},
		row: {firstAt: Date.parse('2026-11-24T11:00:00Z'), lastAt: Date.parse('2026-11-24T11:00:00Z')},
		cells: {name: '–', age: '60m'},
		drill: {to: 'nothing', because: 'the event does not say what it is about'},
	},
	{
		name: 'the page that a webhook wrote is cut',
		object: {metadata, involvedObject, message: 'x'.repeat(5000)},
		row: {message: `${'x'.repeat(4095)}…`},
	},
];

export default examples;
