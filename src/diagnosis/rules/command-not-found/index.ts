import {maskCredentials} from '../../../lib/mask.ts';
import {isSameValue} from '../../../lib/same.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import type {CommandFailure} from '../../creation/command-failure.ts';
import {platformOf} from '../../images/node-platform.ts';
import {oneLine} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';
import {failedStarts} from './failed-starts.ts';

export default defineRule({
	id: 'command-not-found',
	title: 'a command that the image does not have, or that cannot be executed',
	why: 'The container ends before the program runs, each time in the same way.',
	remedy: 'Correct the command or the image, or roll back.',
	about: 'pods',
	reads: ['pod', 'log', 'workload', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		for (const {name, failure, isLogged, pods, evidence, since} of failedStarts(subject, cluster)) {
			yield {
				key: `${name} ${failure.why}`,
				verdict: 'doomed',
				confidence: isLogged ? 'likely' : 'certain',
				title: `${subject.who} cannot start: ${wordsOf(failure)}`,
				because: [commandWords(name, subject), ...platformWords(failure, pods, cluster)].join('; '),
				pods,
				evidence,
				since,
				next: [...rollBackFirst(subject), NEXT[failure.why]],
			};
		}
	},
});

function wordsOf({command, why}: CommandFailure): string {
	const program = command === '' ? 'the command' : oneLine(command, 60);
	switch (why) {
		case 'not-in-path':
			return `the image has no command ${command === '' ? 'of that name' : program}`;
		case 'no-file':
			return `${program} is not in the image, or its interpreter is not`;
		case 'not-executable':
			return `${program} may not be executed`;
		case 'format':
			return `${program} is not built for this processor, or is no program`;
	}
}

const NEXT: Readonly<Record<CommandFailure['why'], string>> = {
	'not-in-path': 'correct command and args in the template, or install the program in the image',
	'no-file': 'correct the path; when the file is there, look at its first line (#!) and its line ends',
	'not-executable': 'make it executable in the image (chmod +x), or run it with its interpreter',
	format: 'build the image for the nodes that it runs on; a script needs a first line (#!)',
};

/** What is run, against what the revision before ran. */
function commandWords(name: string, {pods, service, isRolling}: PodsSubject): string {
	const own = pods[0]?.spec.containers.find(container => container.name === name);
	const before = isRolling ? service?.previous : undefined;
	const old = before?.template.containers.find(container => container.name === name);
	const ran = own === undefined ? '' : commandLine(own);
	if (before === undefined || old === undefined) return `container ${name} runs ${ran}`;
	const isSame = isSameValue([own?.command, own?.args], [old.command, old.args]);
	if (!isSame) return `container ${name} runs ${ran}, ${before.label} ran ${commandLine(old)}`;
	return `container ${name} runs ${ran} as in ${before.label}${own?.image === old.image ? '' : ', but the image is another'}`;
}

function commandLine({command, args}: {readonly command: readonly string[]; readonly args: readonly string[]}): string {
	const words = oneLine(maskCredentials([...command, ...args].join(' ')), 80);
	if (command.length > 0) return words;
	return words === '' ? 'what the image says' : `what the image says, with ${words}`;
}

function platformWords({why}: CommandFailure, pods: readonly PodRow[], cluster: Cluster): readonly string[] {
	if (why !== 'format') return [];
	const nodes = [...new Set(pods.map(({node}) => node))].slice(0, 3);
	return nodes.flatMap(node => {
		const platform = platformOf(node, cluster);
		return platform === undefined ? [] : [`${node} is ${platform}`];
	});
}
