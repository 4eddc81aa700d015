import type {V1Container} from '@kubernetes/client-node';
import {textOf, textsOf} from '../../kinds/json.ts';
import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {Wire} from '../../model/wire.ts';
import {maskedArguments} from '../../services/template-container.ts';
import type {Entry} from '../contract.ts';
import type {Known} from '../known.ts';
import {entry, word} from '../words.ts';
import {environmentEntries} from './environment.ts';

/** What a container is made from: its image, command, ports and settings. */
export function containerSpecEntries(
	container: Wire<V1Container>,
	spec: ContainerSpec | undefined,
	namespace: string,
	known: Known,
): readonly Entry[] {
	const pull = textOf(container.imagePullPolicy);
	return [
		entry('', [
			word(textOf(container.image) || 'no image'),
			word(pull === 'Always' ? ' (pulled at each start)' : pull === 'Never' ? ' (never pulled)' : '', 'muted'),
		]),
		...argumentsEntry('command', spec?.command ?? []),
		...argumentsEntry('args', spec?.args ?? []),
		...portsEntry(spec),
		...workingFolderEntry(container),
		...environmentEntries(container, namespace, known),
		...securityEntry(container),
	];
}

/** As a shell would take them; what follows an option that asks for a secret is masked. */
function argumentsEntry(label: string, list: readonly string[]): readonly Entry[] {
	if (list.length === 0) return [];
	return [entry(label, maskedArguments(list).map(quoted).join(' '))];
}

function quoted(argument: string): string {
	return /^[\w@%+=:,./*-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

function portsEntry(spec: ContainerSpec | undefined): readonly Entry[] {
	const ports = spec?.ports ?? [];
	if (ports.length === 0) return [];
	const texts = ports.map(({name, port, protocol}) => {
		const number = protocol === 'TCP' ? String(port) : `${port}/${protocol}`;
		return name === '' ? number : `${number} (${name})`;
	});
	return [entry('ports', texts.join(', '))];
}

function workingFolderEntry({workingDir}: Wire<V1Container>): readonly Entry[] {
	const folder = textOf(workingDir);
	return folder === '' ? [] : [entry('folder', folder)];
}

/** As whom it runs where that is out of the ordinary, and what it does before it is stopped. */
function securityEntry({securityContext, lifecycle}: Wire<V1Container>): readonly Entry[] {
	const {runAsUser, runAsNonRoot, readOnlyRootFilesystem, privileged, capabilities} = securityContext ?? {};
	const added = textsOf(capabilities?.add);
	const parts = [
		...(privileged === true ? ['privileged'] : []),
		...(typeof runAsUser === 'number' ? [`user ${runAsUser}`] : []),
		...(runAsNonRoot === true ? ['never as root'] : []),
		...(readOnlyRootFilesystem === true ? ['read-only root'] : []),
		...(added.length > 0 ? [`with ${added.join(', ')}`] : []),
	];
	const command = textsOf(lifecycle?.preStop?.exec?.command);
	return [
		...(parts.length === 0 ? [] : [entry('runs as', parts.join(', '))]),
		...argumentsEntry('before stop', command),
	];
}
