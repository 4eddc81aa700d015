import type {Line} from '../../../terminal/line.ts';
import type {PaintedPane} from '../../contract.ts';
import type {RequestsArgument} from '../../open/requests.ts';
import {figuresLine, headOf, sentence, sourceLines} from '../../requests/head.ts';
import {pairOf} from '../../requests/route-row.ts';

/** All requests of a service together, and while two revisions answer, of each; where the numbers are from and what they leave out. */
const routesHead: PaintedPane = {
	id: 'routes-head',
	shape: 'painted',
	title({argument}) {
		const {service, window} = argument as RequestsArgument;
		return `${service.name} requests ${window.title}`;
	},
	paint({argument, session}, {width, height}, theme) {
		const {service, window} = argument as RequestsArgument;
		const room = {width, theme};
		const because = session.traffic.because(service.uid);
		const traffic = session.traffic.of(service.uid);
		if (traffic === undefined) {
			const words = because === '' ? `the logs of ${service.name} are not read yet` : because;
			return headOf(sentence(words, room), height, room);
		}
		const {coverage, total, revisions} = traffic;
		const isScaled = coverage.read < coverage.of;
		const pair = pairOf(revisions, window);
		const each = pair === undefined ? [] : [pair.fresh, pair.old];
		const lines: readonly Line[] = [
			figuresLine(total[window.id], {lead: '', isScaled, more: ''}, room),
			...each.map(({revision, figures}, index) =>
				figuresLine(figures, {lead: revision, isScaled, more: index === 0 ? 'new' : 'old'}, room),
			),
			...sourceLines(traffic, window, because, room),
		];
		return headOf(lines, height, room);
	},
};

export default routesHead;
