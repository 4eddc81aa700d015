import {test} from 'vitest';
import {writeFileSync} from 'node:fs';
import {drive} from '../support/drive.ts';
const sizes = [
	[200, 50],
	[120, 40],
	[80, 24],
	[60, 15],
	[40, 8],
	[30, 3],
] as const;
for (const [scenario, ms] of [
	['calm', 0],
	['bad-rollout', 0],
	['bad-rollout', 180_000],
	['crash-loop', 60_000],
	['oom', 60_000],
] as const)
	test(`${scenario} ${ms}`, async () => {
		let out = '';
		const app = await drive({scenario, columns: 200, rows: 50});
		const t = performance.now();
		if (ms) await app.advance(ms);
		out += `advance took ${performance.now() - t}\n`;
		for (const [c, r] of sizes) {
			app.resize(c, r);
			out += `--- ${scenario} ${ms} ${c}x${r}\n${app
				.text()
				.map(l => '|' + l)
				.join('\n')}\n`;
		}
		writeFileSync(`/tmp/r2s/look-${scenario}-${ms}.txt`, out);
		await app.stop();
	}, 60000);
