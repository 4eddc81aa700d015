import {apiVersionOf, type Resource} from './resources.ts';

/** The body of an answer that is not an object: metav1.Status. */
export interface StatusBody {
	readonly kind: 'Status';
	readonly apiVersion: 'v1';
	readonly metadata: {readonly continue?: string};
	readonly status: 'Failure';
	readonly message: string;
	readonly reason?: string;
	readonly details?: object;
	readonly code: number;
}

/** The API says no, in the words of Kubernetes (apimachinery `pkg/api/errors`). */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	readonly body: StatusBody;

	constructor(code: number, reason: string | undefined, message: string, details?: object, continueToken?: string) {
		super(message);
		this.body = {
			kind: 'Status',
			apiVersion: 'v1',
			metadata: continueToken === undefined ? {} : {continue: continueToken},
			status: 'Failure',
			message,
			...(reason === undefined ? {} : {reason}),
			...(details === undefined ? {} : {details}),
			code,
		};
	}
}

export function notFound(resource: Resource, name: string): Refusal {
	return new Refusal(404, 'NotFound', `${qualified(resource)} "${name}" not found`, detailsOf(resource, name));
}

export function noSuchPath(): Refusal {
	return new Refusal(404, 'NotFound', 'the server could not find the requested resource', {});
}

export function methodNotAllowed(): Refusal {
	return new Refusal(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});
}

export function badRequest(message: string): Refusal {
	return new Refusal(400, 'BadRequest', message);
}

export function alreadyExists(resource: Resource, name: string): Refusal {
	return new Refusal(
		409,
		'AlreadyExists',
		`${qualified(resource)} "${name}" already exists`,
		detailsOf(resource, name),
	);
}

export function conflict(resource: Resource, name: string): Refusal {
	const message =
		`Operation cannot be fulfilled on ${qualified(resource)} "${name}": the object has been modified; ` +
		'please apply your changes to the latest version and try again';
	return new Refusal(409, 'Conflict', message, detailsOf(resource, name));
}

/** `path` is the field, `problem` what is wrong with it as Kubernetes words it. */
export function invalid(resource: Resource, name: string, path: string, problem: string): Refusal {
	const qualifiedKind = resource.group === '' ? resource.kind : `${resource.kind}.${resource.group}`;
	return new Refusal(422, 'Invalid', `${qualifiedKind} "${name}" is invalid: ${path}: ${problem}`, {
		name,
		...(resource.group === '' ? {} : {group: resource.group}),
		kind: resource.kind,
		causes: [{reason: 'FieldValueInvalid', message: problem, field: path}],
	});
}

/** The proxy of the API server got no answer: `problem` is what its connection ended with. */
export function unreachable(problem: string): Refusal {
	return new Refusal(503, 'ServiceUnavailable', `error trying to reach service: ${problem}`);
}

export function rejected(): Refusal {
	return new Refusal(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
}

export function unsupportedMediaType(): Refusal {
	return new Refusal(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});
}

export function notAcceptable(): Refusal {
	const message =
		'only the following media types are accepted: application/json, application/json;as=Table;v=v1;g=meta.k8s.io';
	return new Refusal(406, 'NotAcceptable', message, {});
}

/** Who may not do what where. `subresource` and `name` may be empty; without a namespace it is the cluster scope. */
/** `problem` is what the admission plugin says. */
export function notAdmitted(resource: Resource, name: string, problem: string): Refusal {
	return new Refusal(
		403,
		'Forbidden',
		`${qualified(resource)} "${name}" is forbidden: ${problem}`,
		detailsOf(resource, name),
	);
}

export function forbidden(
	verb: string,
	resource: Resource,
	subresource: string,
	namespace: string,
	name: string,
): Refusal {
	const what = subresource === '' ? resource.plural : `${resource.plural}/${subresource}`;
	const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
	const subject = name === '' ? `${qualified(resource)} is` : `${qualified(resource)} "${name}" is`;
	const message = `${subject} forbidden: User "simulated" cannot ${verb} resource "${what}" in API group "${resource.group}" ${where}`;
	return new Refusal(403, 'Forbidden', message, detailsOf(resource, name));
}

/** `oldest` is the oldest version that is still known. */
export function versionTooOld(version: number, oldest: number): Refusal {
	return new Refusal(410, 'Expired', `too old resource version: ${version} (${oldest})`);
}

/** A list was read too slowly; `continueToken` reads the rest as it is now. */
export function tokenTooOld(continueToken: string): Refusal {
	const message =
		'The provided continue parameter is too old to display a consistent list result. You can start a new list without the ' +
		'continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with ' +
		'the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time ' +
		'the first chunk was returned and now may show up in the list.';
	return new Refusal(410, 'Expired', message, undefined, continueToken);
}

/** `application/json` object of the given kind, or a sentence why it is none. */
export function wrongObject(resource: Resource): Refusal {
	const message =
		`the object provided is unrecognized (must be of type ${resource.kind}): couldn't get version/kind; ` +
		`expected ${apiVersionOf(resource)} ${resource.kind}`;
	return badRequest(message);
}

/** `pods`, `deployments.apps`. */
function qualified(resource: Resource): string {
	return resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
}

function detailsOf(resource: Resource, name: string): object {
	return {
		...(name === '' ? {} : {name}),
		...(resource.group === '' ? {} : {group: resource.group}),
		kind: resource.plural,
	};
}
