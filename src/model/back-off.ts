import type {ContainerRow} from './pod.ts';

/**
 * When the kubelet starts a container again that it holds back, in milliseconds since 1970: the end of the last run plus the back-off
 * that its message names (`back-off 2m40s restarting failed container=…`). Undefined when it holds nothing back or does not say.
 */
export function retryAt({state, message, lastExit}: ContainerRow): number | undefined {
	if (state !== 'waiting' || lastExit === undefined || lastExit.finishedAt === 0) return undefined;
	const {hours = 0, minutes = 0, seconds = 0} = BACK_OFF.exec(message)?.groups ?? {};
	const backOffMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return backOffMs === 0 ? undefined : lastExit.finishedAt + backOffMs;
}

/** The kubelet prints the back-off as Go prints a duration; it is at most five minutes. */
const BACK_OFF =
	/^back-off (?:(?<hours>\d{1,3})h)?(?:(?<minutes>\d{1,3})m)?(?:(?<seconds>\d{1,3})s)? restarting failed container/;
