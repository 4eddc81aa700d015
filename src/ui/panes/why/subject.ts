import type {Finding, ObjectRef} from '../../../model/finding.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import type {PaneInput} from '../../contract.ts';
import {refOf} from '../../open/object.ts';

/** Of a page: whom it is about, and which finding comes first. Without it the pane follows the home screen. */
export interface WhyArgument {
	readonly object: ObjectRef;
	readonly finding?: {readonly id: string; readonly title: string};
}

/** Whom the pane is about. */
export interface Subject {
	/** Undefined when it is about all services. */
	readonly object: ObjectRef | undefined;
	readonly name: string;
	readonly service: ServiceRow | undefined;
	/** The worst first. */
	readonly findings: readonly Finding[];
	/** The finding that the page was opened for, when it is gone. */
	readonly over: string | undefined;
}

export function subjectOf(input: PaneInput): Subject {
	const argument = input.argument as WhyArgument | undefined;
	return argument === undefined ? followed(input) : pageSubject(argument, input);
}

function pageSubject({object, finding}: WhyArgument, {session, world}: PaneInput): Subject {
	const own = session.engine.findingsOf(object.uid);
	const asked = finding && own.find(({id}) => id === finding.id);
	return {
		object,
		name: object.name,
		service: world.services.find(({uid}) => uid === object.uid),
		findings: asked === undefined ? own : [asked, ...own.filter(one => one !== asked)],
		over: asked === undefined ? finding?.title : undefined,
	};
}

/** The service that the user has chosen; else the worst thing of all, whether the list of services shows it or not. */
function followed(input: PaneInput): Subject {
	const {session, world, service: chosen, worst: first} = input;
	const service = world.services.find(({uid}) => uid === (chosen ?? first));
	const own = service === undefined ? [] : session.engine.findingsOf(service.uid);
	const [worst] = world.findings;
	const isElsewhere =
		chosen === undefined && worst !== undefined && !own.some(({verdict}) => verdict === worst.verdict);
	if (isElsewhere) return pageSubject({object: worst.object}, input);
	const isCalm = chosen === undefined && own.length === 0 && service?.mark === 'healthy';
	if (service === undefined || isCalm) return EVERYBODY;
	return {object: refOf(service), name: service.name, service, findings: own, over: undefined};
}

const EVERYBODY: Subject = {object: undefined, name: '', service: undefined, findings: [], over: undefined};
