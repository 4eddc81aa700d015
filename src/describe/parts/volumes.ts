import type {V1Container, V1PodSpec, V1Volume} from '@kubernetes/client-node';
import {listOf, textOf} from '../../kinds/json.ts';
import type {Wire} from '../../model/wire.ts';
import type {Section, Word} from '../contract.ts';
import {rowNamed, type Known} from '../known.ts';
import {atMost, columnCells, entry, word} from '../words.ts';
import {configName, missing} from './environment.ts';

const VOLUMES_MAX = 50;

/** What is mounted, and where. The token that every pod gets is left out. */
export function volumeSection(spec: Wire<V1PodSpec> | undefined, namespace: string, known: Known): Section {
	const volumes = listOf(spec?.volumes).filter(({name}) => !textOf(name).startsWith('kube-api-access-'));
	const containers = [...listOf(spec?.initContainers), ...listOf(spec?.containers)];
	const cells = columnCells(volumes.map(({name}) => textOf(name)));
	return {
		title: 'VOLUMES',
		entries: atMost(volumes, VOLUMES_MAX, volume =>
			entry('', [
				{text: textOf(volume.name), cells},
				...sourceWords(volume, namespace, known),
				word(mountsOf(textOf(volume.name), containers), 'muted'),
			]),
		),
	};
}

function sourceWords(volume: Wire<V1Volume>, namespace: string, known: Known): readonly Word[] {
	const {configMap, secret, persistentVolumeClaim, emptyDir, hostPath, projected, csi, nfs, ephemeral} = volume;
	if (configMap)
		return [word(configName('configmap', configMap.name)), ...missing('configmap', configMap, namespace, known)];
	if (secret) {
		const {secretName: name, optional} = secret;
		return [word(configName('secret', name)), ...missing('secret', {name, optional}, namespace, known)];
	}
	if (persistentVolumeClaim) return claimWords(textOf(persistentVolumeClaim.claimName), namespace, known);
	if (emptyDir) {
		const kind = textOf(emptyDir.medium) === 'Memory' ? 'in memory' : 'on the node';
		const limit = textOf(emptyDir.sizeLimit);
		return [word(`empty at start, ${kind}${limit === '' ? '' : `, at most ${limit}`}`)];
	}
	if (hostPath) return [word(`${textOf(hostPath.path)} of the node`)];
	if (projected) return [word(projectedText(projected))];
	if (csi) return [word(`by the driver ${textOf(csi.driver)}`)];
	if (nfs) return [word(`NFS ${textOf(nfs.server)}:${textOf(nfs.path)}`)];
	if (ephemeral) return [word('a claim of its own, that goes with the pod')];
	const [other = 'nothing'] = Object.keys(volume).filter(key => key !== 'name');
	return [word(other)];
}

function claimWords(name: string, namespace: string, known: Known): readonly Word[] {
	const claim = rowNamed(known, 'persistentvolumeclaim', namespace, name);
	if (claim !== undefined) {
		const isBound = claim.phase === 'Bound';
		return [
			word(`claim ${name}, `),
			word(claim.phase || 'of an unknown phase', isBound ? undefined : 'struggling'),
			word(claim.size === '' ? '' : `, ${claim.size}`),
		];
	}
	const isKnown = known.blindness('persistentvolumeclaim', namespace) === undefined;
	return [word(`claim ${name}`), word(isKnown ? ' (there is none)' : '', 'struggling')];
}

function projectedText({sources}: NonNullable<Wire<V1Volume>['projected']>): string {
	const parts = listOf(sources).map(({configMap, secret, downwardAPI, serviceAccountToken}) => {
		if (configMap) return configName('configmap', configMap.name);
		if (secret) return configName('secret', secret.name);
		if (downwardAPI) return 'fields of the pod';
		return serviceAccountToken ? 'a token of its service account' : 'others';
	});
	return parts.join(' + ') || 'nothing';
}

/** ` at /data of api (read only)` */
function mountsOf(volume: string, containers: readonly Wire<V1Container>[]): string {
	const mounts = containers.flatMap(({name, volumeMounts}) =>
		listOf(volumeMounts)
			.filter(mount => textOf(mount.name) === volume)
			.map(({mountPath, readOnly}) => {
				const where = containers.length > 1 ? ` of ${textOf(name)}` : '';
				return `${textOf(mountPath)}${where}${readOnly === true ? ' (read only)' : ''}`;
			}),
	);
	return mounts.length === 0 ? ' mounted nowhere' : ` at ${mounts.join(', ')}`;
}
