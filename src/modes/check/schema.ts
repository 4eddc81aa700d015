/** A JSON schema (draft 2020-12) of what `dogwatch check --output json` prints. */
const text = {type: 'string'} as const;
const time = {type: 'string', format: 'date-time'} as const;
const verdict = {enum: ['doomed', 'struggling', 'progressing', 'healthy', 'unknown']} as const;

const object = {
	type: 'object',
	properties: {kind: text, namespace: text, name: text},
	required: ['kind', 'namespace', 'name'],
} as const;

const finding = {
	type: 'object',
	properties: {
		id: text,
		rule: text,
		severity: {enum: ['critical', 'warning', 'info']},
		verdict: {enum: ['doomed', 'struggling', 'progressing', 'info']},
		confidence: {enum: ['certain', 'likely', 'possible']},
		object: {$ref: '#/$defs/object'},
		title: text,
		extent: text,
		because: text,
		affects: {type: 'array', items: {$ref: '#/$defs/object'}},
		evidence: {
			type: 'array',
			items: {
				type: 'object',
				properties: {text, source: text, at: time},
				required: ['text', 'source'],
				additionalProperties: false,
			},
		},
		next: {type: 'array', items: text},
		since: time,
		consequences: {type: 'array', items: {$ref: '#/$defs/finding'}},
	},
	required: [
		...['id', 'rule', 'severity', 'verdict', 'confidence', 'object', 'title', 'extent', 'because', 'affects'],
		...['evidence', 'next', 'since', 'consequences'],
	],
	additionalProperties: false,
} as const;

export const schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'dogwatch check',
	type: 'object',
	properties: {
		context: text,
		namespace: {...text, description: 'empty: all namespaces'},
		at: time,
		verdict,
		findings: {type: 'array', items: {$ref: '#/$defs/finding'}},
		services: {
			type: 'array',
			items: {
				type: 'object',
				properties: {
					...object.properties,
					verdict,
					state: text,
					ready: {type: 'integer'},
					wanted: {type: 'integer'},
					restarts10m: {type: 'integer'},
				},
				required: [...object.required, 'verdict', 'state', 'ready', 'wanted', 'restarts10m'],
				additionalProperties: false,
			},
		},
		cannotSee: {
			type: 'array',
			items: {
				type: 'object',
				properties: {what: text, permission: text},
				required: ['what', 'permission'],
				additionalProperties: false,
			},
		},
	},
	required: ['context', 'namespace', 'at', 'verdict', 'findings', 'services', 'cannotSee'],
	additionalProperties: false,
	$defs: {object, finding},
} as const;
