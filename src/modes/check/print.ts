import {sanitize} from '../../terminal/sanitize.ts';
import type {Report, ReportedFinding} from './report.ts';

/** The report for people: each finding with what was seen, why and what next; then who is well, and what was not seen. */
export function printed(report: Report, offsetMs: number): string {
	const blocks = report.findings.map(finding => printedFinding(finding, offsetMs));
	return `${[...blocks, closing(report)].join('\n')}\n`;
}

/** The report for programs. What could steer a terminal is escaped beyond what JSON asks for: it may be looked at. */
export function asJson(report: Report): string {
	const text = JSON.stringify(report, undefined, '\t');
	const escaped = text.replaceAll(
		/[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return `${escaped}\n`;
}

const GLYPHS: Readonly<Record<ReportedFinding['verdict'], string>> = {
	doomed: '✖',
	struggling: '!',
	progressing: '…',
	info: '·',
};

function printedFinding(finding: ReportedFinding, offsetMs: number): string {
	const {object, verdict, confidence, title, extent, because, evidence, next, since, consequences} = finding;
	const place = object.namespace === '' ? object.kind : `${object.kind}, ${object.namespace}`;
	const lines = [
		`${GLYPHS[verdict]} ${object.name} (${place}) ${verdict} since ${clock(since, offsetMs)}, ${confidence}`,
		`  ${title}${extent === '' ? '' : ` (${extent})`}`,
		...evidence.map(({text, source}, index) => `  ${index === 0 ? 'seen   ' : '       '}  ${source}: ${text}`),
		...(because === '' ? [] : [`  because  ${because}`]),
		...consequences.map(({title: words}, index) => `  ${index === 0 ? 'and so ' : '       '}  ${words}`),
		...next.map((step, index) => `  ${index === 0 ? 'next   ' : '       '}  ${step}`),
	];
	return lines.map(line => `${sanitize(line)}\n`).join('');
}

/** The time on the wall of who reads it. */
function clock(time: string, offsetMs: number): string {
	return new Date(Date.parse(time) + offsetMs).toISOString().slice(11, 19);
}

function closing({services, findings, verdict, cannotSee}: Report): string {
	const well = services.filter(service => service.verdict === 'healthy').length;
	const moving = services.filter(service => service.verdict === 'progressing').length;
	const others = findings.length > 0 ? ' other' : '';
	const sentences = [
		verdict === 'unknown' ? 'Cannot see enough to say.' : '',
		`${well}${others} ${well === 1 ? 'service' : 'services'} healthy${moving === 0 ? '' : `, ${moving} under way`}.`,
		cannotSee.length === 0
			? ''
			: `Could not read: ${cannotSee.map(({what, permission}) => `${what} (${permission})`).join(', ')}.`,
	];
	return sanitize(sentences.filter(sentence => sentence !== '').join(' '));
}
