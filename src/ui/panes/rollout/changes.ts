import {diffTemplates} from '../../../services/template-diff.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import type {Line} from '../../../terminal/line.ts';
import {labelled} from '../../finding/lines.ts';
import type {Told} from './progress.ts';

/** What the newest revision changes against the one before, and who did it as far as the objects tell; the first counts most. */
export function changeLines({service, width, theme}: Told, linesMax: number): readonly Line[] {
	const {current, workload} = service;
	const room = {width: width - 3, linesMax: 1, theme};
	const cause = current?.changeCause ?? '';
	const by = [
		cause === '' ? '' : `change-cause: ${cause}`,
		workload.manager === '' ? '' : `applied by ${workload.manager}`,
	];
	const who = by.filter(text => text !== '').join(' · ');
	const whoLines = who === '' ? [] : labelled('by', who, '', room);
	const texts = changesOf(service);
	const shown = texts.slice(0, Math.max(linesMax - whoLines.length, 1));
	const hidden = texts.length - shown.length;
	const lines = shown.map((text, index) => {
		const more = hidden > 0 && index === shown.length - 1 ? `and ${hidden} more` : '';
		return labelled(index === 0 ? 'changed' : '', text, more, room);
	});
	return [...lines.flat(), ...whoLines].map((line): Line => [{text: '   '}, ...line]);
}

function changesOf({current, previous}: ServiceRow): readonly string[] {
	if (current === undefined) return ['no revision can be seen, so nothing can be compared'];
	if (previous === undefined) return [`${current.label} is the only revision: there is none to compare it with`];
	const changes = diffTemplates(previous.template, current.template);
	return changes.length === 0
		? [`nothing that matters, against ${previous.label}: a restart of the pods, or labels and annotations`]
		: changes.map(({words}) => words);
}
