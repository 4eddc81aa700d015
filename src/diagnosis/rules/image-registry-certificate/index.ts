import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {imageNameOf, shortImage} from '../../images/image-name.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-registry-certificate',
	title: 'a registry whose certificate the nodes do not accept',
	why: 'No pull succeeds until the certificate is renewed, or its authority is trusted on the nodes.',
	remedy: 'Renew the certificate, install its authority on the nodes, or correct the name of the registry.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['certificate'])) {
			const {image, message, nodes} = pull;
			const {host} = imageNameOf(image);
			const {words, next} = troubleOf(message, host);
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} cannot pull ${shortImage(image)}: ${words}`,
				because: `${host}, seen from ${nodes.length === 0 ? 'the nodes' : listed(nodes)}`,
				next: [next, ...rollBackFirst(subject)],
			};
		}
	},
});

function troubleOf(message: string, host: string): {readonly words: string; readonly next: string} {
	if (/HTTP response to HTTPS client|first record does not look like/i.test(message))
		return {
			words: 'the registry speaks plain HTTP',
			next: `serve ${host} with TLS, or tell the runtime of the nodes that it is insecure`,
		};
	if (/has expired|not yet valid/i.test(message))
		return {
			words: 'the certificate of the registry is expired or not yet valid',
			next: `renew the certificate of ${host}, and check the clock of the nodes`,
		};
	if (
		/certificate is valid for|doesn't contain any IP SANs|is not valid for|cannot validate certificate for/i.test(
			message,
		)
	)
		return {
			words: 'the certificate of the registry is for another name',
			next: `use the name that the certificate is for, or have it made for ${host}`,
		};
	return {
		words: 'the certificate of the registry is not trusted',
		next: `install the authority that signed the certificate of ${host} on the nodes`,
	};
}
