import {defineRule} from '../../contract.ts';
import {commonOf, failedPulls} from '../../images/failed-pulls.ts';
import {shortImage} from '../../images/image-name.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'image-bad-name',
	title: 'an image whose name is none',
	why: 'The runtime cannot even ask a registry for it.',
	remedy: 'Correct the name; templates that were not filled in are the usual reason.',
	about: 'pods',
	reads: ['pod', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		for (const pull of failedPulls(subject, cluster, ['bad-name'])) {
			const {image} = pull;
			yield {
				...commonOf(pull),
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} cannot start: "${shortImage(image)}" is not the name of an image`,
				because: faultOf(image),
				next: [...rollBackFirst(subject), `correct the name "${image}"`],
			};
		}
	},
});

/** What is wrong with it, as the grammar of references has it (distribution/reference). */
function faultOf(image: string): string {
	if (image.trim() === '') return 'it is empty';
	if (/[{}$<>]/.test(image)) return 'a placeholder in it was not filled in';
	if (/\s/.test(image)) return 'it has a space in it';
	if (/^[a-z]{1,20}:\/\//i.test(image)) return 'it must not begin with a scheme such as https://';
	if (/[:@]$/.test(image)) return 'its tag is empty';
	if (image.includes('//') || image.startsWith('/') || image.endsWith('/'))
		return 'a part between its slashes is empty';
	const name = image.split('@', 1)[0] ?? '';
	const rest = name.slice(name.lastIndexOf('/') + 1);
	if (rest.split(':').length > 2) return 'it has two tags';
	if (/[A-Z]/.test(name.slice(name.indexOf('/') + 1).replace(/:[^:/]*$/, '')))
		return 'repositories are written in lower case';
	return 'a name is host/path:tag';
}
