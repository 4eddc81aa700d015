import {aDeployment, aPod, aReplicaSet, aRollout, type RuleExample, waiting} from '../../example.ts';

const argo = {metadata: {annotations: {'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/api'}}};
const helm = {metadata: {annotations: {'meta.helm.sh/release-name': 'api'}}};
const sets = [aReplicaSet('api', 1), aReplicaSet('api', 2)];
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

export default [
	{
		name: 'a rollout that Argo CD made',
		objects: [aRollout('api', argo), ...sets, ...old],
		finds: [
			{
				object: 'deployment/api',
				title: 'Deployment api is applied by Argo CD app shop: it may undo what is changed here',
				verdict: 'info',
				next: ['roll back where Argo CD app shop takes it from, or pause its synchronisation first'],
			},
		],
	},
	{
		name: 'a release of Helm with a pod in trouble',
		objects: [
			aDeployment('api', helm),
			aReplicaSet('api', 1),
			...old.slice(1),
			aPod('api', 1, 'a', waiting('api', 'CrashLoopBackOff', '')),
		],
		finds: [
			{
				title: 'Deployment api is applied by Helm release api: its next upgrade overwrites what is changed here',
				next: ['roll back with it: helm rollback api -n shop'],
			},
		],
	},
	{name: 'nobody wants to change it', objects: [aDeployment('api', argo), aReplicaSet('api', 1), ...old], finds: []},
	{name: 'a rollout that nobody else manages', objects: [aRollout('api'), ...sets, ...old], finds: []},
] satisfies readonly RuleExample[];
