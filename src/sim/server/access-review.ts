import type {IncomingMessage, ServerResponse} from 'node:http';
import {isObject} from '../json.ts';
import {sendJson} from './answer.ts';
import {asObject, readJson} from './body.ts';
import type {Context} from './context.ts';

export const ACCESS_REVIEW_PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** SelfSubjectAccessReview: everything is allowed but what a fault has forbidden. */
export async function sendAccessReview(
	{rules}: Context,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const review = asObject(await readJson(request));
	const spec = isObject(review['spec']) ? review['spec'] : {};
	const asked = isObject(spec['resourceAttributes']) ? spec['resourceAttributes'] : {};
	const text = (field: string): string => (typeof asked[field] === 'string' ? asked[field] : '');
	const name = text('subresource') === '' ? text('resource') : `${text('resource')}/${text('subresource')}`;
	const allowed = !rules.isForbidden(text('verb'), name, text('group'), text('namespace'));
	await sendJson(request, response, 201, {
		kind: 'SelfSubjectAccessReview',
		apiVersion: 'authorization.k8s.io/v1',
		metadata: {},
		spec,
		status: allowed ? {allowed} : {allowed, reason: 'taken away by the simulation'},
	});
}
