import {ago, anObject, type RuleExample} from '../../example.ts';

const FINALIZERS = 'Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances';
const REMAINING = 'Some resources are remaining: pods. has 1 resource instances';
const ending = (seconds: number) =>
	anObject('v1', 'Namespace', 'shop', {
		metadata: {namespace: undefined, deletionTimestamp: ago(seconds)},
		status: {
			phase: 'Terminating',
			conditions: [
				{
					type: 'NamespaceDeletionDiscoveryFailure',
					status: 'False',
					message: 'All resources successfully discovered',
				},
				{type: 'NamespaceContentRemaining', status: 'True', message: REMAINING},
				{type: 'NamespaceFinalizersRemaining', status: 'True', message: FINALIZERS},
			],
		},
	});

export default [
	{
		name: 'a finalizer inside that nobody takes away',
		objects: [ending(400)],
		finds: [
			{
				object: 'namespace/shop',
				title: 'Namespace shop was deleted and does not go: finalizers inside are not taken away',
				because: `${FINALIZERS}; ${REMAINING}`,
				verdict: 'struggling',
				evidence: [
					`NamespaceFinalizersRemaining: ${FINALIZERS}`,
					`NamespaceContentRemaining: ${REMAINING}`,
					'shop is Terminating',
				],
				since: ago(400),
			},
		],
	},
	{name: 'one that is going', objects: [ending(60)], finds: []},
	{name: 'another one than is watched', objects: [ending(400)], namespace: 'web', finds: []},
	{
		name: 'one that stays',
		objects: [anObject('v1', 'Namespace', 'shop', {metadata: {namespace: undefined}, status: {phase: 'Active'}})],
		finds: [],
	},
] satisfies readonly RuleExample[];
