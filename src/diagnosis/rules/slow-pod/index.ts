import {defineRule} from '../../contract.ts';
import {cpuWords} from '../../probes/cpu-words.ts';
import {durationInWords, ENOUGH, isOver, p95Of} from '../../traffic/figures.ts';
import {podsNamed} from '../../traffic/hits.ts';
import {evidenceOfRequest, measured} from '../../traffic/seen.ts';
import {grownUpAt} from '../../traffic/young.ts';

/** With less than two siblings nobody can say which of them is the odd one. */
const PODS = 3;
const TIMES = 3;
const NOTICED_MS = 300;

export default defineRule({
	id: 'slow-pod',
	title: 'a pod that is much slower than its siblings',
	why: 'They do the same work: its node is short of something, or the program in it is stuck.',
	remedy: 'Delete the pod; look at its node when the next one there is slow, too.',
	about: 'workload',
	reads: ['traffic', 'pod', 'usage'],
	place: 'failure',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const known = (traffic?.pods ?? []).flatMap(({pod, revision, total}) => {
			const p95Ms = p95Of(total.m5);
			return p95Ms === undefined || total.m5.durations.count < ENOUGH ? [] : [{pod, revision, total, p95Ms}];
		});
		for (const one of known) {
			// Revisions are compared elsewhere.
			const siblings = known.filter(other => other.revision === one.revision && other !== one);
			const usual = median(siblings.map(({p95Ms}) => p95Ms));
			const [pod] = podsNamed(subject, [one.pod]);
			if (pod === undefined || traffic === undefined || siblings.length + 1 < PODS) continue;
			const isOdd = one.p95Ms > NOTICED_MS && one.p95Ms >= TIMES * usual;
			if (!isOdd || isOver(one.total, figures => (p95Of(figures) ?? 0) < TIMES * usual)) continue;
			if (cluster.now < grownUpAt(pod)) {
				subject.lookAgainAt(grownUpAt(pod));
				continue;
			}
			const where = pod.node === '' ? '' : ` on node ${pod.node}`;
			const figures = `p95 ${durationInWords(one.p95Ms)}, its siblings ${durationInWords(usual)}`;
			yield {
				key: pod.uid,
				verdict: 'struggling',
				confidence: 'likely',
				title: `Pod ${pod.name}${where} is slower than its siblings: ${figures}`,
				because: cpuWords(pod, cluster),
				affects: [pod],
				evidence: [
					measured(pod, figures, traffic.at),
					...traffic.slow
						.filter(({source}) => source.podUid === pod.uid)
						.slice(0, 2)
						.map(evidenceOfRequest),
				],
				next: [
					`delete pod ${pod.name}, another one takes its place`,
					...(pod.node === '' ? [] : [`look at node ${pod.node}: CPU, memory, who else runs there`]),
				],
			};
		}
	},
});

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
