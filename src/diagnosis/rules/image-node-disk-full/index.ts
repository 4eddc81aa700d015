import {defineRule} from '../../contract.ts';
import {onlyNode} from '../../creation/only-node.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {shortImage} from '../../images/image-name.ts';
import {listed} from '../../phrases.ts';

/** The kubelet removes unused images by itself when a disk is nearly full. */
const GRACE_MS = 20_000;

export default defineRule({
	id: 'image-node-disk-full',
	title: 'a node without room for the image',
	why: 'The image does not fit on the disk of the node; the kubelet removes unused ones, which may or may not be enough.',
	remedy: 'Free the disk of the node, or let the pods run elsewhere.',
	about: 'pods',
	reads: ['pod', 'event', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['disk'])) {
			const {image, nodes, since} = pull;
			const where = nodes.length === 0 ? 'their node' : listed(nodes, 2);
			yield {
				...commonOf(pull),
				verdict: afterGrace(subject, cluster, since, GRACE_MS, 'struggling'),
				confidence: 'certain',
				title: `${subject.who} wait for ${shortImage(image)}: no space left on the disk of ${where}`,
				because: 'the kubelet removes unused images when it can, and tries again',
				next: [`free the disk of ${where}: unused images, logs, emptyDir volumes`, `or drain ${where}`],
				follows: onlyNode(nodes, cluster),
			};
		}
	},
});
