import type {Line} from '../../../terminal/line.ts';
import {wrap} from '../../../terminal/wrap.ts';
import type {PaintedPane} from '../../contract.ts';
import type {RolloutArgument} from '../../open/service.ts';
import {changeLines} from './changes.ts';
import {progressLines, verdictLine} from './progress.ts';

/** How far the newest revision of a service is, against the one before: pods, time left, what was changed and by whom. */
const rollout: PaintedPane = {
	id: 'rollout',
	shape: 'painted',
	title: ({argument}) => `${(argument as RolloutArgument).name} rollout`,
	paint(input, {width, height}, theme) {
		const {uid, name} = input.argument as RolloutArgument;
		const service = input.world.services.find(candidate => candidate.uid === uid);
		if (service === undefined)
			return wrap(`   ${name} is gone`, width, 1).map((text): Line => [{text, style: theme.tones.muted}]);
		const told = {service, input, width, theme};
		const head = [...verdictLine(told), ...progressLines(told)];
		const changes = changeLines(told, Math.max(height - head.length - 1, 1));
		return [...head, ...changes, []].slice(0, height);
	},
};

export default rollout;
