import {defineRule} from '../../contract.ts';
import {isRefusal} from '../../probes/probe-failure.ts';
import {type UnreadyGroup, unreadyFindings, type UnreadySaying} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-status',
	title: 'a readiness probe that is answered with an error (4xx, 5xx)',
	why: 'The program is alive and says no: the path or the login of the probe is wrong (4xx), or something that it needs is missing (5xx).',
	remedy: 'Correct the path, leave it open for the kubelet, or bring back what the handler waits for.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) => unreadyFindings(subject, cluster, ['status'], say),
});

function say({lead, need}: UnreadyGroup): UnreadySaying {
	const {failure, probe, container} = lead;
	const {status = 0} = failure;
	if (status >= 500)
		return {
			because: [aliveWords(lead, need)],
			next: [`read what ${container.name} writes when it is asked ${probe.path}`],
		};
	return {
		because: [REFUSALS[status] ?? 'the program answers, and refuses the probe'],
		next: [STEPS[status] ?? `correct the path ${probe.path} of the probe`],
		isHopeless: isRefusal(status),
	};
}

function aliveWords({words}: UnreadyGroup['lead'], need: UnreadyGroup['need']): string {
	if (need !== undefined) return '';
	if (words === undefined) return 'the program answers, and its log was not read';
	return words.exception === undefined
		? 'the program answers, and says that it is not able to serve'
		: `the handler raises ${words.exception.name}`;
}

const REFUSALS: Readonly<Record<number, string>> = {
	400: 'the program does not take the request of the kubelet, whose Host is the address of the pod',
	401: 'the program wants a login, and the kubelet has none',
	403: 'the program forbids it to the kubelet',
	404: 'the program has nothing at this path',
	405: 'the program does not take GET there',
	421: 'the program does not take the Host of the kubelet, which is the address of the pod',
	429: 'the program counts the probe among the requests that it limits',
};

const STEPS: Readonly<Record<number, string>> = {
	400: 'allow the address of the pod as a host, or set a Host header in httpHeaders',
	401: 'leave the path of the probe open, or set a header in httpHeaders',
	403: 'leave the path of the probe open, or set a header in httpHeaders',
	405: 'let the program answer GET there, or ask another path',
	421: 'allow the address of the pod as a host, or set a Host header in httpHeaders',
	429: 'leave the probe out of the rate limit',
};
