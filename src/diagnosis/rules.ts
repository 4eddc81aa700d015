// Generated from the folders of src/diagnosis/rules by `npm run accept`: do not edit.
import type {Rule} from './contract.ts';
import hostPortTaken from './rules/host-port-taken/index.ts';
import imageNotFound from './rules/image-not-found/index.ts';
import managedElsewhere from './rules/managed-elsewhere/index.ts';
import nodesNotAvailable from './rules/nodes-not-available/index.ts';
import oldPodsLingering from './rules/old-pods-lingering/index.ts';
import rolloutDeadline from './rules/rollout-deadline/index.ts';
import rolloutPaused from './rules/rollout-paused/index.ts';
import rolloutUnobserved from './rules/rollout-unobserved/index.ts';
import scaleUpComing from './rules/scale-up-coming/index.ts';
import schedulerSilent from './rules/scheduler-silent/index.ts';
import schedulingGated from './rules/scheduling-gated/index.ts';
import statefulsetBlocked from './rules/statefulset-blocked/index.ts';
import statefulsetBrokenPodRemains from './rules/statefulset-broken-pod-remains/index.ts';
import surgeWithoutRoom from './rules/surge-without-room/index.ts';
import tooManyPods from './rules/too-many-pods/index.ts';
import unschedulable from './rules/unschedulable/index.ts';
import unschedulableResources from './rules/unschedulable-resources/index.ts';
import unschedulableSelector from './rules/unschedulable-selector/index.ts';
import unschedulableSpread from './rules/unschedulable-spread/index.ts';
import unschedulableTaint from './rules/unschedulable-taint/index.ts';

export const rules: readonly Rule[] = [
	hostPortTaken,
	imageNotFound,
	managedElsewhere,
	nodesNotAvailable,
	oldPodsLingering,
	rolloutDeadline,
	rolloutPaused,
	rolloutUnobserved,
	scaleUpComing,
	schedulerSilent,
	schedulingGated,
	statefulsetBlocked,
	statefulsetBrokenPodRemains,
	surgeWithoutRoom,
	tooManyPods,
	unschedulable,
	unschedulableResources,
	unschedulableSelector,
	unschedulableSpread,
	unschedulableTaint,
];
