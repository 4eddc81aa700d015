import {aDeployment, ago, anEvent, aPod, aReplicaSet, crashed, type RuleExample} from '../../example.ts';
import {aFailingRollout} from '../../example-crashes.ts';

const completed = {reason: 'Completed'};
const command = {
	spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', command: ['python', 'manage.py', 'check']}]},
};
const finishing = aPod('api', 1, 'a', {...crashed('api', 0, {}, completed), ...command});
const deployment = [aDeployment('api'), aReplicaSet('api', 1)];

export default [
	{
		name: 'a command that does its work and ends',
		objects: [...deployment, finishing],
		logs: {'api-rs1-a/api': 'System check identified no issues (0 silenced).'},
		finds: [
			{
				title: 'Pods end without an error, again and again: the command of api finishes',
				because: 'it runs python manage.py check',
				verdict: 'doomed',
				confidence: 'likely',
				evidence: [
					'System check identified no issues (0 silenced).',
					'exit 0 (×4 since its pods were made): finished by itself',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: ['give it a command that stays in the foreground, or make it a Job'],
			},
		],
	},
	{
		name: 'a server that was asked to stop',
		objects: [...deployment, finishing],
		logs: {'api-rs1-a/api': 'INFO:     Shutting down\nINFO:     Finished server process [1]'},
		finds: [],
	},
	{
		name: 'a server that its liveness probe ended',
		objects: [
			...deployment,
			finishing,
			anEvent(finishing, 'Killing', 'Container api failed liveness probe, will be restarted', {
				type: 'Normal',
				lastTimestamp: ago(21),
			}),
		],
		finds: [],
	},
	{
		name: 'an end with an error is a crash',
		objects: aFailingRollout(1),
		finds: [],
	},
] satisfies readonly RuleExample[];
