import {defineLogFormat} from '../../contract.ts';
import {flatFields} from '../../json/flat.ts';
import {parseFields} from '../../json/parse.ts';
import {lineOf} from '../../json/record.ts';
import {rolesOf} from '../../json/roles.ts';

/** What loggers, proxies and collectors write as one JSON object; which name means what is in `json/roles.ts`. */
export default defineLogFormat({
	id: 'json',
	title: 'JSON',
	rank: 10,
	parse(text) {
		const record = parseFields(text);
		return record === undefined ? undefined : lineOf(rolesOf(record));
	},
	fields(text) {
		const record = parseFields(text);
		return record === undefined ? [] : flatFields(record);
	},
	timing: {
		because: 'these JSON records carry no duration',
		fix: [
			'add what the request took to the record, in milliseconds, under the name "duration_ms"',
			'nginx: log_format json escape=json \'{"method":"$request_method","path":"$request_uri","status":$status,"request_time":$request_time}\';',
		],
	},
});
