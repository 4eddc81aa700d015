import {release, released, shopStory} from '../../shop/story.ts';
import {crash} from '../../lives/crash.ts';

/** Python's last words when an import fails. */
const LAST_WORDS = [
	'Traceback (most recent call last):',
	'  File "/usr/local/bin/uvicorn", line 8, in <module>',
	'    sys.exit(main())',
	'  File "/app/app/main.py", line 4, in <module>',
	'    from app.cache import prices',
	'  File "/app/app/cache.py", line 1, in <module>',
	'    import redis',
	"ModuleNotFoundError: No module named 'redis'",
];

export default shopStory({
	id: 'module-missing',
	title: 'A module that was left out',
	story: 'The new image imports a module that nobody installed: its pods exit at the first line.',
	behaviours: [released({life: crash(1, [900, 1600]), logs: {ending: LAST_WORDS}})],
	script: [release({cause: 'api 1.9.0: cached prices'})],
	verdict: {workload: 'api', mark: 'doomed', says: /redis/, withinMs: 60000},
});
