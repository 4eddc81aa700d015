import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {nodesWith, shortImage} from '../../images/image-name.ts';
import {platformOf} from '../../images/node-platform.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-wrong-platform',
	title: 'an image that is not built for the architecture of the node',
	why: 'It has no variant for the processor of these nodes, so its pods can never start there.',
	remedy: 'Build it for these nodes too, or select nodes for which it is built.',
	about: 'pods',
	reads: ['pod', 'event', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['platform'])) {
			const {image, nodes} = pull;
			const platforms = [...new Set(nodes.flatMap(node => platformOf(node, cluster) ?? []))].toSorted();
			const others = nodesWith(image, cluster).filter(node => !nodes.includes(node));
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} cannot run ${shortImage(image)}: it is not built for ${platforms.length === 0 ? 'their nodes' : listed(platforms, 2)}`,
				because: [
					...nodes
						.slice(0, 3)
						.map(
							node =>
								`${node} is ${platformOf(node, cluster) ?? 'of an architecture that cannot be seen'}`,
						),
					...(others.length === 0
						? []
						: [
								`it runs on ${listed(others.map(node => `${node} (${platformOf(node, cluster) ?? '?'})`))}`,
							]),
				].join('; '),
				next: [
					`build ${image} for ${platforms.length === 0 ? 'these nodes' : listed(platforms)} too`,
					'or select nodes that it is built for (kubernetes.io/arch)',
					...rollBackFirst(subject),
				],
			};
		}
	},
});
