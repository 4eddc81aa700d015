import {conditionNamed} from '../../../kinds/conditions.ts';
import type {PodSpec} from '../../../model/pod-spec.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {listed, quoted} from '../../phrases.ts';

/** Metrics of new pods, and of a new autoscaler, come after a minute or two; a metrics API that is not there does not come. */
const LATE_MS = 5 * 60_000;
const ABSENT_MS = 60_000;

/** A container that requests nothing goes on requesting nothing. */
const PROVEN_MS = 15_000;

export default defineRule({
	id: 'hpa-no-metrics',
	title: 'an autoscaler that cannot read its metric: no metrics API, or containers without requests',
	why: 'It does not scale: a peak meets as many pods as there are now.',
	remedy: 'Set requests on every container, or see why the metrics API does not answer.',
	about: 'workload',
	reads: ['workload', 'hpa', 'pod'],
	place: 'effect',
	*find(subject, cluster) {
		const {autoscaler} = subject.service;
		if (autoscaler === undefined) return;
		const active = conditionNamed(autoscaler.conditions, 'ScalingActive');
		// A target that is scaled to 0 by hand switches it off.
		if (active?.status !== 'False' || active.reason === 'ScalingDisabled') return;
		// Pods that are not ready have no metrics, and that is said of them.
		if (subject.object.wanted === 0 || !subject.pods.some(({ready}) => ready)) return;
		const cause = causeOf(active.message, subject.object.template);
		if (!isDue(subject, cluster, active.since, cause.lateMs)) return;
		const {name} = autoscaler;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Autoscaler ${name} does not scale: ${cause.words}`,
			because: cause.because,
			affects: [autoscaler],
			evidence: [
				seenOn(
					autoscaler,
					quoted(`ScalingActive ${active.reason}: ${active.message}`),
					active.since || undefined,
				),
				...autoscaler.targets.slice(0, 4).map(target => seenOn(autoscaler, target)),
			],
			since: active.since || undefined,
			next: cause.next,
		};
	},
});

interface Cause {
	readonly words: string;
	readonly because: string;
	readonly next: readonly string[];
	/** How long it may be so before it is worth telling. */
	readonly lateMs: number;
}

/** Texts of the HPA controller and of its metrics client (kubernetes `pkg/controller/podautoscaler`). */
function causeOf(message: string, template: PodSpec): Cause {
	const resource = /missing request for (?<resource>[a-z][\w./-]{0,100})/.exec(message)?.groups?.['resource'];
	if (resource !== undefined) {
		const named = /missing request for \S{1,100} in container (?<name>[\w.-]{1,100})/.exec(message)?.groups?.[
			'name'
		];
		const containers = containersWithout(resource, template);
		const names = containers.length > 0 ? containers : named === undefined ? [] : [named];
		const whose = names.length === 0 ? 'a container' : `container ${listed(names, 3)}`;
		return {
			words: `${whose} ${names.length > 1 ? 'request' : 'requests'} no ${resource}`,
			because: `its target is a share of the ${resource} that the containers request`,
			next: [`set a ${resource} request on ${whose}`],
			lateMs: containers.length > 0 ? PROVEN_MS : LATE_MS,
		};
	}
	const because = 'as many pods as there are now meet whatever comes';
	const isAbsent = /could not find the requested resource|currently unable to handle the request/.test(message);
	const lateMs = isAbsent ? ABSENT_MS : LATE_MS;
	if (/metrics\.k8s\.io|resource metrics API|for resource (?:cpu|memory)/.test(message)) {
		return {
			words: 'the metrics API gives no figures of its pods',
			because,
			next: ['see whether metrics-server runs: kubectl get apiservice v1beta1.metrics.k8s.io'],
			lateMs,
		};
	}
	if (/custom\.metrics|external\.metrics|custom metric|external metric/i.test(message)) {
		return {
			words: 'the adapter of its metric gives no figures',
			because,
			next: ['see whether the metrics adapter runs: kubectl get apiservice'],
			lateMs,
		};
	}
	return {
		words: 'it cannot read its metric',
		because,
		next: ['kubectl describe hpa, to see all of what it says'],
		lateMs,
	};
}

function containersWithout(resource: string, {containers}: PodSpec): readonly string[] {
	if (resource !== 'cpu' && resource !== 'memory') return [];
	return containers
		.filter(({role, requests, limits}) => role !== 'init' && (requests[resource] ?? limits[resource]) === undefined)
		.map(({name}) => name);
}
