import {defineRule} from '../../contract.ts';
import {stuckContainers} from '../../creation/stuck-containers.ts';
import {rollBackFirst} from '../../roll-back.ts';

const REASONS: ReadonlySet<string> = new Set(['CreateContainerConfigError', 'CreateContainerError']);

export default defineRule({
	id: 'run-as-root-refused',
	title: 'a container that must not run as root, and would or might',
	why: 'It sets runAsNonRoot, and the user of the image is root, or a name of which Kubernetes cannot tell whether it is root.',
	remedy: 'Set runAsUser to the number of a user that is not root, or give the image such a user.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const stuck = stuckContainers(subject, cluster, REASONS, (message, {name}) => {
			const user = NAMED_USER.exec(message)?.groups?.['user'];
			return user !== undefined || ROOT.test(message) ? {key: name, fault: {name, user}} : undefined;
		});
		for (const {fault, message, pods, evidence, since} of stuck) {
			const {name, user} = fault;
			yield {
				key: name,
				verdict: 'doomed',
				confidence: 'certain',
				title:
					user === undefined
						? `${subject.who} cannot start: container ${name} would run as root, which runAsNonRoot forbids`
						: `${subject.who} cannot start: whether user ${user} of container ${name} is root cannot be told`,
				because:
					user === undefined
						? message.includes('runAsUser breaks')
							? 'runAsUser is 0, and runAsNonRoot is true'
							: 'the image runs as root, and runAsUser is not set'
						: `runAsNonRoot needs a number, and the image names its user ${user}`,
				pods,
				evidence,
				since,
				next: [
					...rollBackFirst(subject),
					`set runAsUser of container ${name} to the number of a user other than 0`,
					'or put a numeric USER into the image',
				],
			};
		}
	},
});

/** `pkg/kubelet/kuberuntime/security_context.go` */
const NAMED_USER = /image has non-numeric user \((?<user>[^)]{1,100})\)/;
const ROOT = /runAsNonRoot and image will run as root|runAsUser breaks non-root policy|non-root policy/;
