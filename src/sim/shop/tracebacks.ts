const PACKAGES = '/usr/local/lib/python3.13/site-packages';

/** A place in a program, with its line of code. */
export type Frame = readonly [file: string, line: number, func: string, code: string];

/**
 * What uvicorn writes of an exception that nobody catches: the frames of server and framework, those of the program, and the exception
 * in one or several lines. Format: Python's `traceback`, uvicorn's `run_asgi`.
 */
export function asgiTraceback(frames: readonly Frame[], exception: readonly string[]): readonly string[] {
	return [
		'ERROR:    Exception in ASGI application',
		'Traceback (most recent call last):',
		...[...SERVER, ...frames].flatMap(([file, line, func, code]) => [
			`  File "${file}", line ${line}, in ${func}`,
			`    ${code}`,
		]),
		...exception,
	];
}

/** A file of a package that is installed. */
export function packaged(path: string): string {
	return `${PACKAGES}/${path}`;
}

const SERVER: readonly Frame[] = [
	[packaged('uvicorn/protocols/http/httptools_impl.py'), 416, 'run_asgi', 'result = await app('],
	[packaged('fastapi/applications.py'), 1082, '__call__', 'await super().__call__(scope, receive, send)'],
	[packaged('starlette/middleware/errors.py'), 186, '__call__', 'raise exc'],
	[packaged('starlette/routing.py'), 288, 'handle', 'await self.app(scope, receive, send)'],
	[packaged('fastapi/routing.py'), 302, 'app', 'raw_response = await run_endpoint_function('],
];
