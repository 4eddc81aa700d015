import type {KubeObject} from '../objects.ts';
import type {Change} from '../storage/store.ts';
import type {World} from '../world.ts';

/** Drives objects of one resource to what their spec says. It keeps nothing: all it knows is in the store. */
export interface Controller {
	/** The plural of what it drives. It is woken by their changes, and by those of objects that they own. */
	readonly drives: string;
	/** Objects to look at again because something else changed. */
	readonly wokenBy?: (change: Change, world: World) => readonly KubeObject[];
	/** Looks at the newest version of one object; not called for those that are gone. */
	readonly reconcile: (object: KubeObject, world: World, again: Again) => void;
}

/** Asks to look at the same object once more, when only time has passed. */
export type Again = (delayMs: number) => void;

/** Under which name they write. */
export const CONTROLLER_MANAGER = 'kube-controller-manager';

/** Gives a controller the type of what it drives. */
export function defineController<T extends KubeObject>(controller: {
	readonly drives: string;
	readonly wokenBy?: (change: Change, world: World) => readonly T[];
	readonly reconcile: (object: T, world: World, again: Again) => void;
}): Controller {
	return {...controller, reconcile: (object, world, again) => controller.reconcile(object as T, world, again)};
}
