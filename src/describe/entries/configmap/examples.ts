import {aDeployment, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'its values, those that look like secrets masked, files by their beginning, and who uses it',
		object: anObject('v1', 'ConfigMap', 'api', {
			immutable: true,
			data: {
				LOG_LEVEL: 'info',
				EMPTY: '',
				SMTP_PASSWORD: 'hunter2',
				REDIS_URL: 'redis://:hunter2@redis:6379/0',
				'client.pem': '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n',
				'app.toml':
					'debug = false\npassword = "hunter2"\n[server]\nport = 8000\nworkers = 2\n\nname = "x"\nlast = 1\n',
			},
			binaryData: {'logo.png': 'iVBORw0K'},
		}),
		around: [
			aDeployment('api', {
				spec: {
					template: {
						spec: {
							containers: [
								{
									name: 'api',
									env: [
										{name: 'LEVEL', valueFrom: {configMapKeyRef: {name: 'api', key: 'LOG_LEVEL'}}},
									],
								},
							],
							volumes: [{name: 'conf', configMap: {name: 'api'}}],
						},
					},
				},
			}),
			aDeployment('mailer'),
		],
		says: [
			'STATUS          7 keys · can never change · 4h ago',
			'DATA            LOG_LEVEL info',
			'                EMPTY empty',
			'                SMTP_PASSWORD ***',
			'                REDIS_URL redis://:***@redis:6379/0',
			'                client.pem ***',
			'                app.toml 89 bytes',
			'                  debug = false',
			'                  password = "***"',
			'                  …',
			'                logo.png 6 bytes, binary',
			'USED BY         Deployment api                  LEVEL, volume conf',
		],
		hides: ['hunter2', 'MIIEvQ', 'last = 1', 'mailer'],
	},
	{
		name: 'one that nobody uses',
		object: anObject('v1', 'ConfigMap', 'old'),
		says: ['STATUS          0 keys · 4h ago', 'USED BY         nobody here, as far as can be seen'],
	},
] satisfies readonly DescriptionExample[];
