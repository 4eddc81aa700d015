import {defineMode, textOf} from '../contract.ts';
import {settingsOf} from '../settings.ts';

/** The program as it is meant: the home screen of a real cluster. */
export default defineMode({
	id: 'dashboard',
	title: 'watch the cluster of the current context',
	async run(flags, outside) {
		const [{openKubeconfig}, {watch}] = await Promise.all([
			import('../../session/clusters.ts'),
			import('../watch.ts'),
		]);
		const {environment, home, clock, random, version} = outside;
		const kubeconfig = textOf(flags, 'kubeconfig');
		const settings = settingsOf(flags, outside.environment);
		const clusters = await openKubeconfig({environment, home, kubeconfig, clock, random, version, settings});
		return watch({clusters, flags, outside, banner: undefined});
	},
});
