import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {shortImage} from '../../images/image-name.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-never-present',
	title: 'an image that must not be pulled and is not on the node',
	why: 'Its imagePullPolicy is Never, so nobody will bring it there.',
	remedy: 'Let it be pulled (IfNotPresent), or load it on the node.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['never-pulled'])) {
			const {image, nodes} = pull;
			const where = nodes.length === 0 ? 'their node' : listed(nodes, 2);
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} must not pull ${shortImage(image)}, and ${where} does not have it`,
				because: 'imagePullPolicy is Never',
				next: [
					'set imagePullPolicy to IfNotPresent',
					`or load ${image} on ${where}`,
					...rollBackFirst(subject),
				],
			};
		}
	},
});
