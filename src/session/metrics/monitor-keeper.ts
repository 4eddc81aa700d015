import type {Transport} from '../../kube/ports.ts';
import {readMonitors} from '../../kube/scrape/read-monitors.ts';
import type {Monitor} from '../../model/monitor.ts';
import {monitorsOf} from '../../services/monitors.ts';
import type {Ledger} from '../ledger.ts';

/** The monitors of the Prometheus Operator. They change seldom, and only save a guess: they are read once. */
export interface MonitorKeeper {
	/** Reads those of this namespace (empty: all), the first time that it is asked for. */
	look(namespace: string): void;
	/** The same list until there is another. */
	known(): readonly Monitor[];
	stop(): void;
}

export function createMonitorKeeper({
	transport,
	ledger,
	wake,
}: {
	readonly transport: Transport;
	readonly ledger: Ledger;
	readonly wake: () => void;
}): MonitorKeeper {
	const ending = new AbortController();
	let asked: string | undefined;
	let monitors: readonly Monitor[] = [];
	const read = async (namespace: string): Promise<void> => {
		const done = ledger.begin('monitors');
		try {
			const {podMonitors, serviceMonitors} = await readMonitors(transport, namespace, ending.signal);
			const found = [...monitorsOf('pod', podMonitors), ...monitorsOf('service', serviceMonitors)];
			if (ending.signal.aborted || asked !== namespace || found.length === 0) return;
			monitors = found;
			wake();
		} finally {
			done();
		}
	};
	return {
		look(namespace) {
			if (asked === namespace || ending.signal.aborted) return;
			asked = namespace;
			void read(namespace);
		},
		known: () => monitors,
		stop: () => ending.abort(),
	};
}
