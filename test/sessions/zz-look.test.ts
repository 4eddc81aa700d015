import {test} from 'vitest';
import {writeFileSync} from 'node:fs';
import {drive} from '../support/drive.ts';
for (const [c, r] of [[120,40],[80,24],[40,8]] as const)
test(`${c}`, async () => {
	let out='';
	const snap = (name: string) => { out += `--- ${name}\n${app.text().filter(l=>l!=='').map(l => '|' + l).join('\n')}\n`; };
	const app = await drive({scenario: 'bad-rollout', columns: c, rows: r});
	await app.advance(180_000);
	for (const cmd of ['po', 'no', 'ev', 'ctx', 'ns', 'dp', 'svc', 'rs','sts','ds','job','cj','hpa','eps','ing','cr']) {
		app.press(':'); app.type(cmd + '\r'); await app.settle(); snap(cmd);
		if (cmd === 'po') { app.press('enter'); snap('containers'); app.press('esc', '/'); app.type('api'); snap('filter'); app.press('enter'); snap('filtered'); app.press('esc', 'esc'); app.press('/'); app.type('zzz'); snap('filter none'); app.press('esc'); app.press('0'); await app.settle(); snap('all ns');app.press(':'); app.type(cmd + '\r'); await app.settle(); snap('all ns pods'); app.press(':'); app.type('ns shop\r'); await app.settle(); }
		app.press('esc');
	}
	app.press('?'); snap('help'); app.press('esc', ':'); app.type('de'); snap('prompt'); app.type('zzz'); snap('prompt wrong'); app.press('esc'); app.press('q'); snap('quit');
	app.press('esc'); app.press('tab'); snap('tab'); app.press('+'); snap('zoom'); app.press('tab'); snap('zoom timeline'); app.press('_', 'tab', 'j'); snap('j');
	writeFileSync(`/tmp/r2s/tables-${c}.txt`, out);
	await app.stop();
}, 60000);
