import {createReflector} from '../../../src/kube/reflector/reflector.ts';
import type {Reflector, ReflectorState} from '../../../src/kube/ports.ts';
import {createVirtualClock, type VirtualClock} from '../../support/virtual-clock.ts';
import {createScriptedTransport, type Reply, type ScriptedTransport} from './scripted-transport.ts';

export interface Rig extends ScriptedTransport, VirtualClock {
	readonly reflector: Reflector;
	/** What the sink was told, one word or two for each call. */
	readonly log: readonly string[];
	/** Waits until the sink was told this, for the n-th time. */
	heard(entry: string, times?: number): Promise<void>;
	/** Waits until so many requests were made. */
	requested(count: number): Promise<void>;
}

/** A reflector over a script. Chance is always a half. */
export function createRig(script: readonly Reply[], onCall: () => void = () => {}): Rig {
	const log: string[] = [];
	const time = createVirtualClock();
	const scripted = createScriptedTransport(script);
	const note = (entry: string): void => {
		log.push(entry);
		onCall();
	};
	const reflector = createReflector<{readonly name: string}>({
		transport: scripted.transport,
		path: '/api/v1/pods',
		pageSize: 2,
		clock: time.clock,
		random: () => 0.5,
		onBytes: onCall,
		project(sent) {
			onCall();
			const {name, bad} = (sent as {metadata: {name: string; bad?: boolean}}).metadata;
			if (bad === true) throw new TypeError('nonsense');
			return {name};
		},
		sink: {
			begin: () => note('begin'),
			put: ({name}) => note(`put ${name}`),
			drop: uid => note(`drop ${uid}`),
			complete: () => note('complete'),
			state: state => note(wordsOf(state, time.clock.now())),
			problem: what => note(`problem: ${what}`),
		},
	});
	const until = async (isSo: () => boolean, what: string): Promise<void> => {
		for (let turns = 0; !isSo(); turns++) {
			if (turns > 1000) throw new Error(`never ${what}; the log is\n${log.join('\n')}`);
			await new Promise(resolve => setImmediate(resolve));
		}
	};
	return {
		...time,
		...scripted,
		get asked() {
			return scripted.asked;
		},
		reflector,
		log,
		heard: (entry, times = 1) =>
			until(() => log.filter(other => other === entry).length >= times, `heard ${entry}`),
		requested: count => until(() => scripted.asked.length >= count, `requested ${count} times`),
	};
}

function wordsOf(state: ReflectorState, now: number): string {
	switch (state.phase) {
		case 'listing':
			return `listing ${state.received} of ${state.expected ?? '?'}`;
		case 'watching':
			return `watching from ${state.resourceVersion}`;
		case 'waiting':
			return `waiting ${state.nextTryAt - now} ms: ${state.because.message}`;
		case 'stopped':
			return 'stopped';
	}
}

/** An object as it is in a list. */
export function object(name: string, more: object = {}): string {
	const metadata = {
		name,
		namespace: 'shop',
		uid: name,
		resourceVersion: '7',
		...more,
		managedFields: [{manager: 'kubelet'}],
	};
	return JSON.stringify({metadata, spec: {nodeName: 'n'}});
}

/** A list of typed objects. */
export function listOf(names: readonly string[], metadata: object = {resourceVersion: '10'}): string {
	return `{"kind":"PodList","apiVersion":"v1","metadata":${JSON.stringify(metadata)},"items":[${names.map(name => object(name)).join(',')}]}\n`;
}

/** A line of a watch. */
export function event(type: string, name: string, resourceVersion: string): string {
	return `{"type":"${type}","object":${object(name, {resourceVersion})}}\n`;
}

export function bookmark(resourceVersion: string): string {
	return `{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"${resourceVersion}","creationTimestamp":null}}}\n`;
}

/** The ERROR event that ends a watch. */
export function errorEvent(code: number, message: string): string {
	return `${JSON.stringify({type: 'ERROR', object: {kind: 'Status', status: 'Failure', message, code}})}\n`;
}
