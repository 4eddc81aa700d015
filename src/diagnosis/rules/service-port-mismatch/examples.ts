import {
	aDeployment,
	ago,
	notReady,
	anObject,
	aPod,
	aReplicaSet,
	aRollout,
	type ApiObject,
	type RuleExample,
} from '../../example.ts';

const http = {name: 'http', containerPort: 8000};

/** A Deployment of two ready pods with one container, and these ports and probes. */
function api(container: object): readonly ApiObject[] {
	const spec = {containers: [{name: 'api', image: 'shop/api:1.8.2', ...container}]};
	return [
		aDeployment('api', {spec: {replicas: 2, template: {spec}}}),
		aReplicaSet('api', 1, {spec: {template: {spec}}}),
		...['a', 'b'].map(suffix => aPod('api', 1, suffix, {spec})),
	];
}

const service = (...ports: readonly object[]): ApiObject =>
	anObject('v1', 'Service', 'api', {spec: {selector: {app: 'api'}, ports}});
const probed = {ports: [http], readinessProbe: {httpGet: {path: '/health', port: 'http'}}};

export default [
	{
		name: 'the number is another than the one that the container declares and its probe asks',
		objects: [...api(probed), service({name: 'http', port: 80, targetPort: 9000})],
		finds: [
			{
				object: 'service/api',
				title: 'Service api sends to port 9000, and its pods have http 8000',
				because: 'the probes that make them ready ask port 8000',
				verdict: 'struggling',
				confidence: 'likely',
				affects: ['api'],
				evidence: ['port 80 (http) has targetPort 9000', 'container api declares http 8000'],
				next: ['set targetPort of Service api to http (8000)'],
			},
		],
	},
	{
		name: 'nothing asks the port, but it is declared',
		objects: [...api({ports: [{containerPort: 8000}]}), service({port: 80})],
		finds: [
			{
				title: 'Service api sends to port 80, and its pods have 8000',
				because: 'no container declares it',
				confidence: 'possible',
				next: ['set targetPort of Service api to 8000'],
			},
		],
	},
	{
		name: 'the name is none of theirs',
		objects: [...api(probed), service({port: 80, targetPort: 'web'})],
		finds: [
			{
				title: 'Service api sends to a port named web, which no container of its pods has',
				because: 'the names of their ports: http',
				verdict: 'doomed',
				confidence: 'certain',
			},
		],
	},
	{
		name: 'one name of two is wrong',
		objects: [
			...api(probed),
			service({port: 80, targetPort: 'http'}, {name: 'm', port: 90, targetPort: 'metrics'}),
		],
		finds: [
			{
				title: 'Service api sends to a port named metrics, which no container of its pods has',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'nothing is declared, but the program says where it listens',
		objects: [
			...api({}).filter(({kind}) => kind !== 'Pod'),
			aPod('api', 1, 'a', notReady('api', {started: true, state: {running: {startedAt: ago(3600)}}})),
			service({name: 'a', port: 80, targetPort: 9000}),
		],
		logs: {'api-rs1-a/api': 'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)\n'},
		finds: [
			{
				title: 'Service api sends to port 9000, and its pods have 8000',
				because: 'the program says that it listens on 8000',
				confidence: 'likely',
				evidence: [
					'port 80 (a) has targetPort 9000',
					'listens on 0.0.0.0:8000',
					'container api declares no port',
				],
				next: ['set targetPort of Service api to 8000'],
			},
		],
	},
	{name: 'the number is declared', objects: [...api(probed), service({port: 80, targetPort: 8000})], finds: []},
	{name: 'the name is declared', objects: [...api(probed), service({port: 80, targetPort: 'http'})], finds: []},
	{
		name: 'nothing is declared, and a number proves nothing',
		objects: [...api({}), service({port: 80, targetPort: 9000})],
		finds: [],
	},
	{
		name: 'a probe is answered there, though it is not declared',
		objects: [
			...api({ports: [{containerPort: 9100}], readinessProbe: {tcpSocket: {port: 8000}}}),
			service({port: 80, targetPort: 8000}),
		],
		finds: [],
	},
	{
		name: 'another port of the Service fits, and this one may be one that is not declared',
		objects: [
			...api(probed),
			service({name: 'a', port: 80, targetPort: 8000}, {name: 'b', port: 90, targetPort: 9090}),
		],
		finds: [],
	},
	{
		name: 'a second container declares nothing, and may listen there',
		objects: [
			...api({}).map((object): ApiObject => {
				const containers = [
					{name: 'api', image: 'shop/api:1.8.2'},
					{name: 'proxy', image: 'proxy:1', ports: [{containerPort: 15000}]},
				];
				if (object.kind === 'Pod') return {...object, spec: {containers}};
				return {
					...object,
					spec: {
						...(object['spec'] as object),
						template: {metadata: {labels: {app: 'api'}}, spec: {containers}},
					},
				};
			}),
			service({port: 80, targetPort: 9000}),
		],
		finds: [],
	},
	{
		name: 'the old revision of a rollout has it still',
		objects: [
			aRollout('api', {
				spec: {template: {spec: {containers: [{name: 'api', image: 'a', ports: [{containerPort: 9000}]}]}}},
			}),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			aPod('api', 1, 'a', {spec: {containers: [{name: 'api', image: 'a', ports: [{containerPort: 8000}]}]}}),
			service({port: 80, targetPort: 8000}),
		],
		finds: [],
	},
	{
		name: 'only a port for metrics is declared',
		objects: [...api({ports: [{name: 'metrics', containerPort: 9090}]}), service({port: 80, targetPort: 8000})],
		finds: [],
	},
	{
		name: 'a headless Service, whose clients choose the port themselves',
		objects: [
			...api(probed),
			anObject('v1', 'Service', 'api', {
				spec: {clusterIP: 'None', selector: {app: 'api'}, ports: [{name: 'placeholder', port: 80}]},
			}),
		],
		finds: [],
	},
	{
		name: 'nobody is behind it',
		objects: [aDeployment('api', {spec: {replicas: 0}}), service({port: 80, targetPort: 9000})],
		finds: [],
	},
	{
		name: 'other protocols are not judged by their number',
		objects: [...api({ports: [http]}), service({port: 53, protocol: 'UDP'})],
		finds: [],
	},
] satisfies readonly RuleExample[];
