import type {LoggedRequest} from '../../model/request.ts';
import type {LogFormat} from '../contract.ts';
import type {Groups} from './text-format.ts';

/**
 * uvicorn's access line (`AccessFormatter` in its logging.py): `INFO:     10.1.2.3:51234 - "GET /a?x=1 HTTP/1.1" 200 OK`. The level
 * is missing under gunicorn and other formatters, the client on a Unix socket, the phrase of an unknown status.
 */
export const UVICORN_ACCESS =
	/^(?:(?<level>TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL):\s{1,10})?(?<client>[^\s"]*) - "(?<method>[A-Z]{1,20}) (?<path>\S*) HTTP\/(?<version>[\d.]{1,5})" (?<status>\d{3})(?: (?<phrase>.*))?$/;

/** The request of such a line. */
export function uvicornRequest({method = '', path = '', status}: Groups): Partial<LoggedRequest> {
	return {method, path, status: Number(status)};
}

/** The middleware writes pairs that the logfmt format reads, with FastAPI's route. */
const MIDDLEWARE = [
	'import time',
	'',
	'@app.middleware("http")',
	'async def log_request(request, call_next):',
	'    started, status = time.perf_counter(), 500',
	'    try:',
	'        response = await call_next(request)',
	'        status = response.status_code',
	'        return response',
	'    finally:',
	'        took = (time.perf_counter() - started) * 1000',
	'        path = request.scope.get("raw_path", b"").decode("latin-1")',
	'        route = getattr(request.scope.get("route"), "path", "")',
	"        print(f'method={request.method} path={path} route={route} status={status} duration_ms={took:.1f}', flush=True)",
];

/** How to get durations out of a program that uvicorn serves, whatever its access log looks like. */
export const UVICORN_TIMING: NonNullable<LogFormat['timing']> = {
	because: "uvicorn's access log carries no duration, and no option adds it",
	fix: [
		'FastAPI or Starlette: add this where the app is made, and start uvicorn with --no-access-log, or requests count twice',
		...MIDDLEWARE,
		'or let hypercorn serve the app: hypercorn main:app --access-logfile - --access-logformat \'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s\'',
		"gunicorn's --access-logformat has no effect on its uvicorn workers",
	],
};
