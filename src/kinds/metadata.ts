import type {V1LabelSelector, V1ObjectMeta} from '@kubernetes/client-node';
import type {Intern} from '../lib/intern.ts';
import type {Owner, Row, Selector} from '../model/row.ts';
import type {Wire} from '../model/wire.ts';
import {listOf, mapOf, numberOf, textOf, textsOf, timeAt} from './json.ts';

/** What the metadata of an object says about every row. */
export function metadataOf(metadata: Wire<V1ObjectMeta> | undefined, intern: Intern): Omit<Row, 'kind'> {
	return {
		uid: textOf(metadata?.uid),
		name: textOf(metadata?.name),
		namespace: intern.text(textOf(metadata?.namespace)),
		createdAt: timeAt(metadata?.creationTimestamp) ?? 0,
		deletedAt: timeAt(metadata?.deletionTimestamp),
		labels: intern.value(mapOf(metadata?.labels)),
		owner: ownerOf(metadata, intern),
		finalizers: intern.value(textsOf(metadata?.finalizers)),
	};
}

/** An object has at most one controller; other owners only keep it from being collected. */
function ownerOf(metadata: Wire<V1ObjectMeta> | undefined, intern: Intern): Owner | undefined {
	const controller = listOf(metadata?.ownerReferences).find(owner => owner.controller === true);
	if (controller === undefined) return undefined;
	return intern.value({
		kind: textOf(controller.kind),
		name: textOf(controller.name),
		uid: textOf(controller.uid),
	});
}

/** One annotation; empty when it is not there. */
export function annotationOf(metadata: Wire<V1ObjectMeta> | undefined, name: string): string {
	const annotations = metadata?.annotations;
	return typeof annotations === 'object' && annotations !== null && Object.hasOwn(annotations, name)
		? textOf(annotations[name])
		: '';
}

/** Whether the controller has acted on the newest spec. Kinds without generations are always observed. */
export function isObserved(metadata: Wire<V1ObjectMeta> | undefined, observedGeneration: unknown): boolean {
	return (numberOf(observedGeneration) ?? 0) >= (numberOf(metadata?.generation) ?? 0);
}

/** The selector of a workload. */
export function selectorOf(selector: Wire<V1LabelSelector> | undefined, intern: Intern): Selector | undefined {
	if (typeof selector !== 'object' || selector === null) return undefined;
	return intern.value({
		matchLabels: mapOf(selector.matchLabels),
		matchExpressions: listOf(selector.matchExpressions).map(({key, operator, values}) => ({
			key: textOf(key),
			operator: textOf(operator),
			values: textsOf(values),
		})),
	});
}
