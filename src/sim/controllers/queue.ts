import type {KubeObject} from '../objects.ts';
import {resourceOfKind} from '../resources.ts';
import {keyOf, type Change} from '../storage/store.ts';
import type {World} from '../world.ts';
import type {Controller} from './contract.ts';

/**
 * Watches all changes and lets the controllers look at what they touch, a moment later and each object once, however
 * often it changed.
 */
export function runControllers(controllers: readonly Controller[], world: World): void {
	const {store, timeline} = world;
	const waiting = new Map<string, {controller: Controller; object: KubeObject}>();
	// One timer per object is enough: a later wish is asked again by the look that comes sooner.
	const planned = new Map<string, {at: number; cancel: () => void}>();

	const wake = (controller: Controller, object: KubeObject): void => {
		if (waiting.size === 0) timeline.after(LOOP_MS, drain);
		waiting.set(`${controllers.indexOf(controller)} ${keyOf(object)}`, {controller, object});
	};
	const drain = (): void => {
		const batch = [...waiting];
		waiting.clear();
		for (const [key, {controller, object}] of batch) {
			const newest = store.get(controller.drives, object.metadata.namespace ?? '', object.metadata.name);
			if (newest === undefined) continue;
			controller.reconcile(newest, world, delayMs => {
				const at = timeline.now() + delayMs;
				const plan = planned.get(key);
				if (plan !== undefined && plan.at > timeline.now() && plan.at <= at) return;
				plan?.cancel();
				planned.set(key, {
					at,
					cancel: timeline.after(delayMs, () => {
						planned.delete(key);
						wake(controller, object);
					}),
				});
			});
		}
	};

	store.onChange(change => {
		for (const controller of controllers) {
			for (const object of touched(controller, change, world)) wake(controller, object);
		}
	});
}

/** From a change to its reconciliation: real controllers need some milliseconds. */
const LOOP_MS = 5;

function touched(controller: Controller, change: Change, world: World): readonly KubeObject[] {
	const others = controller.wokenBy?.(change, world) ?? [];
	if (change.resource.plural === controller.drives)
		return change.type === 'DELETED' ? others : [change.object, ...others];
	const owner = ownerOf(change.object, controller.drives, world);
	return owner === undefined ? others : [owner, ...others];
}

function ownerOf(object: KubeObject, plural: string, {store}: World): KubeObject | undefined {
	const reference = object.metadata.ownerReferences?.find(({controller}) => controller);
	if (reference === undefined || resourceOfKind(reference.kind)?.plural !== plural) return undefined;
	const owner = store.get(plural, object.metadata.namespace ?? '', reference.name);
	return owner?.metadata.uid === reference.uid ? owner : undefined;
}
