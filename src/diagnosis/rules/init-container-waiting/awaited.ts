import type {ContainerSpec} from '../../../model/pod-spec.ts';
import type {LastWords} from '../../../telemetry/last-words.ts';
import {addressIn} from '../../../telemetry/trouble-address.ts';
import type {Cluster} from '../../cluster.ts';
import {hostInCommand} from '../../command-host.ts';
import {DEPENDENCY} from '../../crash-cause.ts';
import {specOf} from '../../crash-words.ts';
import {type Dependency, dependencyOf} from '../../dependency.ts';
import {type Endpoint, hostInEnvironment} from '../../environment-host.ts';
import type {Waiter} from './waiters.ts';

/**
 * What it waits for, as far as that is named, when it is certainly not there and not just starting. Undefined, too, when its log names
 * the trouble: then that is told as such.
 * @param since when it began to wait
 */
export function awaitedBy({pod, container}: Waiter, since: number, cluster: Cluster): Dependency | undefined {
	const words = cluster.lastWordsOf(pod, container);
	if (words?.trouble !== undefined && DEPENDENCY.has(words.trouble.category)) return undefined;
	const spec = specOf(pod, container);
	const named = spec && endpointOf(spec, words);
	if (named === undefined) return undefined;
	const silence = {category: 'refused', system: '', line: '', host: named.host, port: named.port} as const;
	const dependency = dependencyOf(silence, since, spec, pod.namespace, cluster);
	return isAbsent(dependency) && dependency.coming === undefined ? dependency : undefined;
}

/** By its command, what it says, or its environment, when it looks like one that waits. */
function endpointOf(spec: ContainerSpec, words: LastWords | undefined): Endpoint | undefined {
	const inCommand = hostInCommand(spec);
	if (inCommand !== undefined) return inCommand;
	const said = words !== undefined && /\bwait/i.test(words.line) ? addressIn(words.line) : undefined;
	if (said !== undefined && said.host !== '') return said;
	const isWait = /\b(?:wait|until)/.test([spec.name, ...spec.command, ...spec.args].join(' '));
	return isWait ? hostInEnvironment(spec, '') : undefined;
}

function isAbsent({service, behind, isMissing, isGone}: Dependency): boolean {
	if (isMissing || isGone) return true;
	if (service?.selector === undefined) return false;
	return behind.every(({pods}) => !pods.some(({ready}) => ready));
}
