import {expect, test} from 'vitest';
import {loadAccess} from '../../../src/kube/access/load-access.ts';
import {configured, oneContext} from './outside.ts';

const CANNOT = 'cannot exist: names have lower-case letters, digits and dashes.';

test.each([
	['asked for', '', '../x', `The namespace "../x" ${CANNOT}`],
	['of the context', ', namespace: Shop', undefined, `The namespace "Shop" in /home/me/.kube/config ${CANNOT}`],
])('a namespace %s that cannot exist is told in a sentence', async (_name, context, namespace, message) => {
	const {outside, config} = await configured(oneContext('{}', '{server: "https://x"}', context));
	await expect(loadAccess(outside, config, {...(namespace !== undefined && {namespace})})).rejects.toThrow(message);
});
