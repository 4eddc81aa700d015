import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {BOLD, DIM, INVERSE, type Line, type Span, UNDERLINE} from '../../terminal/line.ts';
import type {ChromeModel, Dialog} from './model.ts';

/** Header, footer, and a dialog over the middle. Exactly `rows` high: one row more would cost the header. */
export function Chrome({columns, rows, header, footer, dialog}: ChromeModel): ReactNode {
	const body = rows - 1 - (footer === undefined ? 0 : 1);
	return (
		<Box flexDirection="column" width={columns} height={rows} overflow="hidden">
			<Row line={header} />
			{dialog === undefined ? (
				<Box height={Math.max(body, 0)} flexShrink={0} />
			) : (
				<DialogRows dialog={dialog} body={body} />
			)}
			{footer === undefined ? null : <Row line={footer} />}
		</Box>
	);
}

function DialogRows({dialog, body}: {readonly dialog: Dialog; readonly body: number}): ReactNode {
	const {rect, title, lines} = dialog;
	return (
		<Box height={body} flexShrink={0} overflow="hidden" paddingTop={rect.y - 1} paddingLeft={rect.x}>
			<Box
				width={rect.width}
				height={rect.height}
				flexDirection="column"
				borderStyle="round"
				paddingX={1}
				overflow="hidden"
			>
				{title === '' ? null : (
					<Text bold wrap="truncate">
						{title}
					</Text>
				)}
				{lines.map((line, index) => (
					// A dialog's lines have no identity but their place.
					<Row key={index} line={line} />
				))}
			</Box>
		</Box>
	);
}

function Row({line}: {readonly line: Line}): ReactNode {
	return (
		<Box height={1} flexShrink={0} overflow="hidden">
			<Text wrap="truncate">
				{line.map((span, index) => (
					<Piece key={index} span={span} />
				))}
			</Text>
		</Box>
	);
}

function Piece({span: {text, style}}: {readonly span: Span}): ReactNode {
	const flags = style?.flags ?? 0;
	return (
		<Text
			bold={(flags & BOLD) !== 0}
			dimColor={(flags & DIM) !== 0}
			underline={(flags & UNDERLINE) !== 0}
			inverse={(flags & INVERSE) !== 0}
			{...(style?.foreground !== undefined && {color: `ansi256(${style.foreground})`})}
			{...(style?.background !== undefined && {backgroundColor: `ansi256(${style.background})`})}
		>
			{text}
		</Text>
	);
}
