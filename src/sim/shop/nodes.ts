import type {KubeObject} from '../objects.ts';

/** Five machines of 4 cores and 16 GiB in three zones. */
export function nodes(): KubeObject[] {
	return ['a', 'b', 'c', 'a', 'b'].map((zone, index) => nodeObject(`pool-1-${SUFFIXES[index]}`, zone, index + 1));
}

const SUFFIXES = ['4kd8', '7zqw', 'b2xn', 'm9tc', 'x6hv'];

function nodeObject(name: string, zone: string, number: number): KubeObject {
	const size = {cpu: '4', 'ephemeral-storage': '100Gi', memory: '16Gi', pods: '110'};
	return {
		apiVersion: 'v1',
		kind: 'Node',
		metadata: {
			name,
			labels: {
				'kubernetes.io/arch': 'amd64',
				'kubernetes.io/hostname': name,
				'kubernetes.io/os': 'linux',
				'node.kubernetes.io/instance-type': 'standard-4',
				'topology.kubernetes.io/region': 'eu-1',
				'topology.kubernetes.io/zone': `eu-1${zone}`,
			},
			annotations: {'node.alpha.kubernetes.io/ttl': '0'},
		},
		spec: {podCIDR: `10.244.${number}.0/24`, podCIDRs: [`10.244.${number}.0/24`]},
		status: {
			capacity: size,
			allocatable: {...size, cpu: '3920m', memory: '14Gi'},
			conditions: [
				condition(
					'MemoryPressure',
					'False',
					'KubeletHasSufficientMemory',
					'kubelet has sufficient memory available',
				),
				condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
				condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
				condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
			],
			addresses: [
				{type: 'InternalIP', address: `10.0.${number}.${10 + number}`},
				{type: 'Hostname', address: name},
			],
			nodeInfo: {
				kernelVersion: '6.12.48',
				osImage: 'Debian GNU/Linux 13 (trixie)',
				containerRuntimeVersion: 'containerd://2.1.4',
				kubeletVersion: 'v1.35.4',
				operatingSystem: 'linux',
				architecture: 'amd64',
			},
		},
	};
}

function condition(type: string, status: string, reason: string, message: string): object {
	const at = '2026-08-03T07:12:44Z';
	return {type, status, lastHeartbeatTime: at, lastTransitionTime: at, reason, message};
}
