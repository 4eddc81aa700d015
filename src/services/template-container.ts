import type {ContainerSpec, Probe} from '../model/pod-spec.ts';
import {formatCpu, formatMemory} from '../model/quantity.ts';
import {isSecretName, MASK, maskCredentials} from '../lib/mask.ts';
import {imageChange} from './image-words.ts';
import {probeChange, probeWords} from './probe-words.ts';
import {changeOf, type TemplateChange} from './template-change.ts';

/** What differs between two versions of one container, its settings left out. */
export function diffContainers(before: ContainerSpec, after: ContainerSpec): readonly TemplateChange[] {
	return [
		...imageOf(before, after),
		...roleOf(before, after),
		...argumentsOf('command', before.command, after.command),
		...argumentsOf('args', before.args, after.args),
		...amountOf('memory limit', before.limits.memory, after.limits.memory, formatMemory),
		...amountOf('memory request', before.requests.memory, after.requests.memory, formatMemory),
		...amountOf('cpu limit', before.limits.cpu, after.limits.cpu, formatCpu),
		...amountOf('cpu request', before.requests.cpu, after.requests.cpu, formatCpu),
		...probeOf('readiness probe', before.readiness, after.readiness),
		...probeOf('liveness probe', before.liveness, after.liveness),
		...probeOf('startup probe', before.startup, after.startup),
		...portsOf(before, after),
		...textOf('preStop hook', before.hasPreStop ? 'yes' : 'none', after.hasPreStop ? 'yes' : 'none'),
	];
}

function imageOf({image: before}: ContainerSpec, {image: after}: ContainerSpec): readonly TemplateChange[] {
	if (before === after) return [];
	return [{what: 'image', container: '', before, after, words: `image ${imageChange(before, after)}`}];
}

function roleOf({role: before}: ContainerSpec, {role: after}: ContainerSpec): readonly TemplateChange[] {
	return textOf('container role', before, after);
}

/** Of long lists only what differs is shown, with the option that a value belongs to. */
function argumentsOf(what: string, before: readonly string[], after: readonly string[]): readonly TemplateChange[] {
	if (before.length === after.length && before.every((argument, index) => argument === after[index])) return [];
	const [old, now] = [maskedArguments(before), maskedArguments(after)];
	const whole = changeOf(what, old.join(' ') || IMAGES_OWN, now.join(' ') || IMAGES_OWN);
	if (before.length === 0 || after.length === 0) return [whole];
	const length = Math.min(old.length, now.length);
	let start = 0;
	while (start < length && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	if (start > 0 && before[start - 1]?.startsWith('-') === true) start -= 1;
	const part = (list: readonly string[]): string => list.slice(start, list.length - end).join(' ');
	return [{...whole, words: changeOf(what, part(old), part(now)).words}];
}

const IMAGES_OWN = "the image's own";

/** `--password hunter2`, `--token=abc`, and what a script assigns. */
export function maskedArguments(list: readonly string[]): readonly string[] {
	return list.map((argument, index) => {
		const option = list[index - 1] ?? '';
		const isValue = option.startsWith('-') && !option.includes('=') && !argument.startsWith('-');
		return isValue && isSecretName(option) ? MASK : maskCredentials(argument);
	});
}

function amountOf(
	what: string,
	before: number | undefined,
	after: number | undefined,
	format: (amount: number) => string,
): readonly TemplateChange[] {
	if (before === after) return [];
	const text = (amount: number | undefined): string => (amount === undefined ? 'none' : format(amount));
	return [changeOf(what, text(before), text(after))];
}

function probeOf(what: string, before: Probe | undefined, after: Probe | undefined): readonly TemplateChange[] {
	if (before === undefined || after === undefined) {
		if (before === after) return [];
		const [old, now] = [before, after].map(probe => (probe === undefined ? '' : probeWords(probe)));
		return [changeOf(what, old ?? '', now ?? '')];
	}
	const words = probeChange(before, after);
	if (words === '') return [];
	const texts = {before: probeWords(before), after: probeWords(after)};
	return [{what, container: '', ...texts, words: `${what} ${words}`}];
}

function portsOf(before: ContainerSpec, after: ContainerSpec): readonly TemplateChange[] {
	const text = ({ports}: ContainerSpec): string =>
		ports
			.map(({name, port, protocol}) => {
				const number = protocol === 'TCP' ? String(port) : `${port}/${protocol}`;
				return name === '' ? number : `${name} ${number}`;
			})
			.join(', ') || 'none';
	return textOf('ports', text(before), text(after));
}

function textOf(what: string, before: string, after: string): readonly TemplateChange[] {
	return before === after ? [] : [changeOf(what, before, after)];
}
