import type {V1Namespace} from '@kubernetes/client-node';
import {fieldsOf} from '../../../kinds/json.ts';
import type {NamespaceRow} from '../../../model/event.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineDescription, type Section} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {eventSection} from '../../parts/events.ts';
import {ago, atMost, columnCells, count, entry, listed, word} from '../../words.ts';

const SERVICES_MAX = 30;

export default defineDescription<NamespaceRow, Wire<V1Namespace>>({
	id: 'namespace',
	*sections({object, row, known}) {
		const {status} = fieldsOf(object);
		const pods = [...known.rows('pod')].filter(({namespace}) => namespace === row.name);
		const blindness = known.blindness('pod', row.name);
		const words = listed([
			word(row.status, row.status === 'Active' ? undefined : 'struggling'),
			blindness === undefined ? count(pods.length, 'pod') : word(blindness, 'muted'),
			word(ago(row.createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		yield conditionSection(status?.conditions, known);
		yield serviceSection(row.name, known);
		yield eventSection(row, [], known);
	},
});

/** Its services, the worst first: as on the home screen. */
function serviceSection(namespace: string, {services}: Known): Section {
	const own = services.filter(service => service.namespace === namespace);
	const cells = columnCells(own.map(({name}) => name));
	return {
		title: 'SERVICES',
		entries: atMost(own, SERVICES_MAX, service => ({
			...entry('', [
				{text: service.name, cells},
				{text: `${service.workload.ready}/${service.workload.wanted}`, cells: 7},
				word(
					service.state,
					service.mark === 'doomed' || service.mark === 'struggling' ? service.mark : undefined,
				),
			]),
			object: service,
		})),
	};
}
