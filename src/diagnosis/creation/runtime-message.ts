import {oneLine} from '../phrases.ts';

/**
 * The core of what a runtime says when it cannot create or start a container: without the names of the layers that pass it on, and
 * without identities, which are others at each try. Cut at `charsMax`.
 */
export function coreOfRuntime(message: string, charsMax: number): string {
	let core = oneLine(message, 1000);
	for (let layers = 0; layers < LAYERS_MAX && LAYER.test(core); layers += 1) core = core.replace(LAYER, '');
	core = core.replace(/(?:: unknown|, message: "")+$/, '').replaceAll(IDENTITY, '…');
	return oneLine(core, charsMax);
}

/** A chain has about six. */
const LAYERS_MAX = 15;

/** As the kubelet, containerd, runc, crun, Docker and CRI-O write them. */
const LAYER =
	/^(?:\(combined from similar events\): |Error: |Failed to create pod sandbox: |rpc error: code = \w{1,30} desc = |failed to (?:create|start) (?:containerd )?(?:task|container)(?: "[^"]{1,80}")?(?: for container)?: |failed to (?:create|start) shim(?: task)?: |OCI runtime create failed: |runc create failed: |runc did not terminate success?fully: (?:exit status \d{1,3}: )?|container create failed: |(?:container|process)_linux\.go:\d{1,5}: |unable to start container process: |starting container process caused: |error during container init: |Error response from daemon: |crun: |time="[^"]{1,60}" level=\w{1,10} msg=|failed to (?:setup|set up) (?:network for sandbox|sandbox container) "[^"]{1,80}"(?: network for pod "[^"]{1,300}")?: )/i;

const IDENTITY = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{12,64})\b/g;
