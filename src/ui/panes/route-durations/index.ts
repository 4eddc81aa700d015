import type {Figures, ServiceTraffic} from '../../../services/traffic/contract.ts';
import type {Line} from '../../../terminal/line.ts';
import {pad, width as widthOf} from '../../../terminal/width.ts';
import type {PaintedPane} from '../../contract.ts';
import {type RouteArgument, routeOf} from '../../open/requests.ts';
import {figuresLine, headOf, type HeadRoom, sentence, sourceLines} from '../../requests/head.ts';
import {histogram, scaleLabels, scaleOf} from '../../requests/histogram.ts';
import {pairOf} from '../../requests/route-row.ts';

/** How long the requests of one route took, as a picture; of the new revision and of the old one while both answer. */
const routeDurations: PaintedPane = {
	id: 'route-durations',
	shape: 'painted',
	title: ({argument}) => (argument as RouteArgument).route,
	paint({argument, session}, {width, height}, theme) {
		const {service, window} = argument as RouteArgument;
		const room = {width, theme};
		const because = session.traffic.because(service.uid);
		const traffic = session.traffic.of(service.uid);
		const lines =
			traffic === undefined
				? sentence(because === '' ? `the logs of ${service.name} are not read yet` : because, room)
				: [
						...pictureLines(traffic, argument as RouteArgument, room),
						...sourceLines(traffic, window, because, room),
					];
		return headOf(lines, height, room);
	},
};

export default routeDurations;

/** `  12345 requests` right of it. */
const COUNT_CELLS = 16;

/** Wider, a picture tells no more. */
const CELLS_MAX = 60;

interface Told {
	readonly name: string;
	readonly figures: Figures;
}

function pictureLines(traffic: ServiceTraffic, argument: RouteArgument, room: HeadRoom): readonly Line[] {
	const {width, theme} = room;
	const route = routeOf(traffic, argument);
	const figures = route?.total[argument.window.id];
	if (route === undefined || figures === undefined) return sentence('no request of it is remembered', room);
	const {read, of} = traffic.coverage;
	const head = figuresLine(figures, {lead: '', isScaled: read < of, more: ''}, room);
	const pair = pairOf(route.revisions, argument.window);
	const told: readonly Told[] =
		pair === undefined
			? [{name: 'durations', figures}]
			: [pair.fresh, pair.old].map(({revision, figures: own}) => ({name: revision, figures: own}));
	const nameCells = Math.max(...told.map(({name}) => widthOf(name)));
	const indent = INDENT + nameCells + 2;
	const scale = scaleOf(
		told.map(({figures: {durations}}) => durations),
		Math.min(width - indent - COUNT_CELLS, CELLS_MAX),
	);
	if (scale === undefined) return [head];
	return [
		head,
		...told.map(({name, figures: {durations, count}}): Line => [
			{text: `${' '.repeat(INDENT)}${pad(name, nameCells)}  `, style: theme.tones.muted},
			{text: histogram(durations, scale, theme.glyphs.heights)},
			{text: `  ${count} requests`, style: theme.tones.muted},
		]),
		[{text: ' '.repeat(indent) + scaleLabels(scale), style: theme.tones.muted}],
	];
}

const INDENT = 3;
