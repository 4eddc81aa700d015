import type {V1ObjectMeta} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Labels} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import {textOf} from '../../json.ts';
import {annotationOf} from '../../metadata.ts';

const PREFIX = 'prometheus.io/';

/** A convention of charts, which Kubernetes itself knows nothing of. */
const NAMES = ['scrape', 'port', 'path', 'scheme'] as const;

/** A path with a query is no longer. */
const VALUE_CHARS_MAX = 256;

/** What the annotations of a pod say about its metrics; undefined when they say nothing. */
export function prometheusOf(metadata: Wire<V1ObjectMeta> | undefined, intern: Intern): Labels | undefined {
	if (annotationOf(metadata, `${PREFIX}scrape`) === '' && annotationOf(metadata, `${PREFIX}port`) === '')
		return undefined;
	const said = NAMES.map(name => [name, textOf(annotationOf(metadata, PREFIX + name), VALUE_CHARS_MAX)] as const);
	return intern.value(Object.fromEntries(said.filter(([, value]) => value !== '')));
}
