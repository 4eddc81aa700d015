// Generated from the folders of src/describe/entries by `npm run accept`: do not edit.
import type {Description} from './contract.ts';
import configmap from './entries/configmap/index.ts';
import cronjob from './entries/cronjob/index.ts';
import daemonset from './entries/daemonset/index.ts';
import deployment from './entries/deployment/index.ts';
import hpa from './entries/hpa/index.ts';
import ingress from './entries/ingress/index.ts';
import job from './entries/job/index.ts';
import namespace from './entries/namespace/index.ts';
import node from './entries/node/index.ts';
import persistentvolumeclaim from './entries/persistentvolumeclaim/index.ts';
import pod from './entries/pod/index.ts';
import replicaset from './entries/replicaset/index.ts';
import secret from './entries/secret/index.ts';
import service from './entries/service/index.ts';
import statefulset from './entries/statefulset/index.ts';

export const descriptions: readonly Description[] = [
	configmap,
	cronjob,
	daemonset,
	deployment,
	hpa,
	ingress,
	job,
	namespace,
	node,
	persistentvolumeclaim,
	pod,
	replicaset,
	secret,
	service,
	statefulset,
];
