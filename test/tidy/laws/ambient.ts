import type {Law} from '../project.ts';

interface Allowance {
	/** A folder, or one file. */
	readonly path: string;
	/** All of them, when missing. */
	readonly names?: readonly string[];
	readonly because: string;
}

const ALLOWED: readonly Allowance[] = [
	{path: 'src/platform/', because: 'this is where the surroundings are made into arguments'},
	{path: 'src/cli/', because: 'this is where the process begins and ends, and where the arguments are handed in'},
	{
		path: 'src/kube/reflector/slice.ts',
		names: ['setImmediate'],
		because: 'it gives way to what waits already, for no time',
	},
	{
		path: 'src/kube/log-tail/turns.ts',
		names: ['setImmediate'],
		because: 'it gives way to what waits already, for no time',
	},
];

export const ambient: Law = {
	title: 'time, chance, the process and the console are arguments',
	violations: ({modules}) =>
		modules.flatMap(module =>
			module.ambient
				.filter(
					name =>
						!ALLOWED.some(
							({path, names}) => module.path.startsWith(path) && (names?.includes(name) ?? true),
						),
				)
				.map(name => `${module.path} names ${name}: take it as an argument`),
		),
};
