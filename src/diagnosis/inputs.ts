import type {Input} from './contract.ts';

/** A set of inputs, one bit each: rules and changes are compared thousands of times a second. */
export type InputSet = number;

const BITS: readonly Input[] = [
	'pod',
	'workload',
	'revision',
	'event',
	'service',
	'endpointslice',
	'ingress',
	'hpa',
	'job',
	'cronjob',
	'node',
	'namespace',
	'configmap',
	'secret',
	'claim',
	'log',
	'usage',
	'traffic',
	'database',
];

export const EVERYTHING: InputSet = 2 ** BITS.length - 1;

export function inputSet(inputs: readonly Input[]): InputSet {
	return inputs.reduce((set, input) => set | (1 << BITS.indexOf(input)), 0);
}

/** What a service of the home screen is joined from: it changes as one. */
export const JOINED: InputSet = inputSet(['pod', 'workload', 'revision', 'service', 'endpointslice', 'hpa']);
