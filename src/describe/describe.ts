import type {V1ObjectMeta} from '@kubernetes/client-node';
import {formatAge} from '../lib/age.ts';
import {createIntern} from '../lib/intern.ts';
import {messageOf} from '../lib/failure.ts';
import {fieldsOf} from '../kinds/json.ts';
import type {Kind} from '../kinds/contract.ts';
import type {Row} from '../model/row.ts';
import type {Wire} from '../model/wire.ts';
import type {Description, Section, Told} from './contract.ts';
import {descriptions} from './descriptions.ts';
import type {Known} from './known.ts';
import {changeSection} from './parts/changed.ts';
import {eventSection} from './parts/events.ts';
import {findingSection} from './parts/findings.ts';
import {annotationSection, labelSection} from './parts/labels.ts';
import {ownerSection} from './parts/owners.ts';
import {plain} from './plain.ts';
import {entry, listed, word} from './words.ts';

/** Everything about one object, in the order in which a person asks: what is wrong, how it is, what it is made of, who made it. */
export function describe(kind: Kind, object: unknown, known: Known): readonly Section[] {
	// The JSON is what the server sent; projecting is total.
	const row = kind.project(object as never, createIntern());
	const {metadata} = fieldsOf(object as {metadata?: Wire<V1ObjectMeta>});
	const told = {object, row, known};
	const sections = [
		findingSection(new Set([row.uid, ...known.join.podsOwnedBy(row.uid).map(({uid}) => uid)]), known),
		endingSection(row, known),
		...tell(descriptionOf(kind.id) ?? plain, told),
		labelSection(metadata),
		annotationSection(metadata),
		ownerSection(row, metadata, known),
		changeSection(metadata, known),
	];
	return sections.filter(({entries}) => entries.length > 0);
}

/** What is known of an object that could not be read: what is wrong with it, and what was heard about it. */
export function describeUnread(row: Row, known: Known): readonly Section[] {
	return [findingSection(new Set([row.uid]), known), eventSection(row, [], known)].filter(
		({entries}) => entries.length > 0,
	);
}

function descriptionOf(kind: string): Description | undefined {
	return descriptions.find(({id}) => id === kind);
}

/** A part that breaks takes no other with it. */
function tell(description: Description, told: Told): readonly Section[] {
	const sections: Section[] = [];
	try {
		for (const section of description.sections(told as never)) sections.push(section);
	} catch (error) {
		sections.push({
			title: 'BROKEN',
			entries: [entry('', word(`the rest cannot be told: ${messageOf(error)}`, 'doomed'))],
		});
	}
	return sections;
}

/** It was asked to go, and what it waits for. */
function endingSection({deletedAt, finalizers = []}: Row, known: Known): Section {
	if (deletedAt === undefined) return {title: '', entries: []};
	const since = known.now - deletedAt;
	const when = since >= 0 ? `since ${formatAge(since)}` : `within ${formatAge(-since)}`;
	const waits = finalizers.length === 0 ? '' : `waits for ${finalizers.join(', ')}`;
	return {title: 'ENDING', entries: [entry('', listed([word(when, 'struggling'), waits]))]};
}
