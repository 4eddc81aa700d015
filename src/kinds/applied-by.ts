import type {V1ObjectMeta} from '@kubernetes/client-node';
import type {Wire} from '../model/wire.ts';
import {mapOf} from './json.ts';
import {annotationOf} from './metadata.ts';

/**
 * Who applies an object from elsewhere, and would roll a change back or forward again; empty when nothing says so. Marks of
 * Argo CD (its tracking annotation, and the label that older settings use), Flux (kustomize- and helm-controller) and Helm.
 */
export function managerOf(metadata: Wire<V1ObjectMeta> | undefined): string {
	const labels = mapOf(metadata?.labels);
	// `shop:apps/Deployment:shop/api`
	const tracked = annotationOf(metadata, 'argocd.argoproj.io/tracking-id').split(':')[0] ?? '';
	const app = tracked || (labels['argocd.argoproj.io/instance'] ?? '');
	if (app !== '') return `Argo CD app ${app}`;
	const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
	if (kustomization !== undefined) return `Flux Kustomization ${kustomization}`;
	const release = labels['helm.toolkit.fluxcd.io/name'];
	if (release !== undefined) return `Flux HelmRelease ${release}`;
	const chart = annotationOf(metadata, 'meta.helm.sh/release-name');
	return chart === '' ? '' : `Helm release ${chart}`;
}
