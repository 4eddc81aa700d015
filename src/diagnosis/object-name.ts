import {kindById} from '../kinds/lookup.ts';
import type {Row} from '../model/row.ts';

/** An object as a sentence names it: `Deployment api`. */
export function objectName({kind, name}: Pick<Row, 'kind' | 'name'>): string {
	return `${kindById(kind)?.objectKind ?? kind} ${name}`;
}

/** As kubectl takes it: `deployment/api -n shop`. */
export function kubectlName({kind, name, namespace}: Pick<Row, 'kind' | 'name' | 'namespace'>): string {
	return `${kind}/${name} -n ${namespace}`;
}
