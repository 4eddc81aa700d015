// Generated from the folders of src/diagnosis/rules by `npm run accept`: do not edit.
import type {Rule} from './contract.ts';
import addressInUse from './rules/address-in-use/index.ts';
import applicationStartupFailed from './rules/application-startup-failed/index.ts';
import claimLost from './rules/claim-lost/index.ts';
import claimMissing from './rules/claim-missing/index.ts';
import claimUnbound from './rules/claim-unbound/index.ts';
import commandFinishes from './rules/command-finishes/index.ts';
import commandNotFound from './rules/command-not-found/index.ts';
import configChanged from './rules/config-changed/index.ts';
import configKeyMissing from './rules/config-key-missing/index.ts';
import configMissing from './rules/config-missing/index.ts';
import connectionBudgetExceeded from './rules/connection-budget-exceeded/index.ts';
import connectionChurn from './rules/connection-churn/index.ts';
import containerCreateFailed from './rules/container-create-failed/index.ts';
import containerCreatingLong from './rules/container-creating-long/index.ts';
import crashLoop from './rules/crash-loop/index.ts';
import createRefused from './rules/create-refused/index.ts';
import cronjobFailing from './rules/cronjob-failing/index.ts';
import cronjobMissed from './rules/cronjob-missed/index.ts';
import cronjobSuspended from './rules/cronjob-suspended/index.ts';
import databaseAuthentication from './rules/database-authentication/index.ts';
import databaseConnectionSlots from './rules/database-connection-slots/index.ts';
import databaseLocks from './rules/database-locks/index.ts';
import databaseRefused from './rules/database-refused/index.ts';
import databaseStarting from './rules/database-starting/index.ts';
import databaseTimeout from './rules/database-timeout/index.ts';
import databaseTls from './rules/database-tls/index.ts';
import databaseUnknownHost from './rules/database-unknown-host/index.ts';
import diskFull from './rules/disk-full/index.ts';
import ephemeralStorageExceeded from './rules/ephemeral-storage-exceeded/index.ts';
import errorsOnNewRevision from './rules/errors-on-new-revision/index.ts';
import errorsRising from './rules/errors-rising/index.ts';
import evicted from './rules/evicted/index.ts';
import exceptionsRepeated from './rules/exceptions-repeated/index.ts';
import fileMissingOrForbidden from './rules/file-missing-or-forbidden/index.ts';
import hookFailed from './rules/hook-failed/index.ts';
import hostPortTaken from './rules/host-port-taken/index.ts';
import hpaAtMax from './rules/hpa-at-max/index.ts';
import hpaCannotScale from './rules/hpa-cannot-scale/index.ts';
import hpaNoMetrics from './rules/hpa-no-metrics/index.ts';
import hpaTargetMissing from './rules/hpa-target-missing/index.ts';
import hpaWantsMore from './rules/hpa-wants-more/index.ts';
import idleInTransaction from './rules/idle-in-transaction/index.ts';
import imageBadName from './rules/image-bad-name/index.ts';
import imageDenied from './rules/image-denied/index.ts';
import imageNeverPresent from './rules/image-never-present/index.ts';
import imageNodeDiskFull from './rules/image-node-disk-full/index.ts';
import imageNotFound from './rules/image-not-found/index.ts';
import imagePullFailing from './rules/image-pull-failing/index.ts';
import imagePullSlow from './rules/image-pull-slow/index.ts';
import imageRateLimited from './rules/image-rate-limited/index.ts';
import imageRegistryCertificate from './rules/image-registry-certificate/index.ts';
import imageRegistryUnreachable from './rules/image-registry-unreachable/index.ts';
import imageUnauthorized from './rules/image-unauthorized/index.ts';
import imageWrongPlatform from './rules/image-wrong-platform/index.ts';
import ingressBackendMissing from './rules/ingress-backend-missing/index.ts';
import ingressNoAddress from './rules/ingress-no-address/index.ts';
import ingressPortMissing from './rules/ingress-port-missing/index.ts';
import ingressSecretMissing from './rules/ingress-secret-missing/index.ts';
import initContainerFailing from './rules/init-container-failing/index.ts';
import initContainerWaiting from './rules/init-container-waiting/index.ts';
import invalidPod from './rules/invalid-pod/index.ts';
import ipAddressesExhausted from './rules/ip-addresses-exhausted/index.ts';
import jobFailed from './rules/job-failed/index.ts';
import limitRangeViolated from './rules/limit-range-violated/index.ts';
import livenessBeforeStart from './rules/liveness-before-start/index.ts';
import livenessDependsOnDependency from './rules/liveness-depends-on-dependency/index.ts';
import livenessKills from './rules/liveness-kills/index.ts';
import managedElsewhere from './rules/managed-elsewhere/index.ts';
import memoryNearLimit from './rules/memory-near-limit/index.ts';
import moduleMissing from './rules/module-missing/index.ts';
import nameResolutionFailing from './rules/name-resolution-failing/index.ts';
import namespaceStuck from './rules/namespace-stuck/index.ts';
import newException from './rules/new-exception/index.ts';
import nodeNotReady from './rules/node-not-ready/index.ts';
import nodePressure from './rules/node-pressure/index.ts';
import nodeUnschedulable from './rules/node-unschedulable/index.ts';
import nodesNotAvailable from './rules/nodes-not-available/index.ts';
import notReady from './rules/not-ready/index.ts';
import oldPodsLingering from './rules/old-pods-lingering/index.ts';
import oomChild from './rules/oom-child/index.ts';
import oomKilled from './rules/oom-killed/index.ts';
import oomNode from './rules/oom-node/index.ts';
import outOfMemoryInApp from './rules/out-of-memory-in-app/index.ts';
import pgbouncerWaiting from './rules/pgbouncer-waiting/index.ts';
import podRejected from './rules/pod-rejected/index.ts';
import podSecurityViolated from './rules/pod-security-violated/index.ts';
import podShutdownByNode from './rules/pod-shutdown-by-node/index.ts';
import podsNotCreated from './rules/pods-not-created/index.ts';
import podsOnLostNode from './rules/pods-on-lost-node/index.ts';
import poolExhausted from './rules/pool-exhausted/index.ts';
import poolSaturated from './rules/pool-saturated/index.ts';
import preempted from './rules/preempted/index.ts';
import priorityClassMissing from './rules/priority-class-missing/index.ts';
import probeCannotRun from './rules/probe-cannot-run/index.ts';
import quotaExceeded from './rules/quota-exceeded/index.ts';
import readinessCutOff from './rules/readiness-cut-off/index.ts';
import readinessExec from './rules/readiness-exec/index.ts';
import readinessGate from './rules/readiness-gate/index.ts';
import readinessRefused from './rules/readiness-refused/index.ts';
import readinessStatus from './rules/readiness-status/index.ts';
import readinessTimeout from './rules/readiness-timeout/index.ts';
import readinessTls from './rules/readiness-tls/index.ts';
import rolloutDeadline from './rules/rollout-deadline/index.ts';
import rolloutPaused from './rules/rollout-paused/index.ts';
import rolloutUnobserved from './rules/rollout-unobserved/index.ts';
import runAsRootRefused from './rules/run-as-root-refused/index.ts';
import sandboxFailed from './rules/sandbox-failed/index.ts';
import scaleUpComing from './rules/scale-up-coming/index.ts';
import scaledToZero from './rules/scaled-to-zero/index.ts';
import schedulerSilent from './rules/scheduler-silent/index.ts';
import schedulingGated from './rules/scheduling-gated/index.ts';
import schemaMismatch from './rules/schema-mismatch/index.ts';
import serviceAccountMissing from './rules/service-account-missing/index.ts';
import serviceNoAddress from './rules/service-no-address/index.ts';
import serviceNoReadyEndpoints from './rules/service-no-ready-endpoints/index.ts';
import servicePortMismatch from './rules/service-port-mismatch/index.ts';
import serviceSelectsNothing from './rules/service-selects-nothing/index.ts';
import settingMissing from './rules/setting-missing/index.ts';
import slowEverywhere from './rules/slow-everywhere/index.ts';
import slowNewRevision from './rules/slow-new-revision/index.ts';
import slowPod from './rules/slow-pod/index.ts';
import slowRoute from './rules/slow-route/index.ts';
import startupBudgetTooShort from './rules/startup-budget-too-short/index.ts';
import startupProbeFails from './rules/startup-probe-fails/index.ts';
import statefulsetBlocked from './rules/statefulset-blocked/index.ts';
import statefulsetBrokenPodRemains from './rules/statefulset-broken-pod-remains/index.ts';
import surgeWithoutRoom from './rules/surge-without-room/index.ts';
import systemOom from './rules/system-oom/index.ts';
import terminatingStuck from './rules/terminating-stuck/index.ts';
import tooManyPods from './rules/too-many-pods/index.ts';
import unschedulable from './rules/unschedulable/index.ts';
import unschedulableResources from './rules/unschedulable-resources/index.ts';
import unschedulableSelector from './rules/unschedulable-selector/index.ts';
import unschedulableSpread from './rules/unschedulable-spread/index.ts';
import unschedulableTaint from './rules/unschedulable-taint/index.ts';
import volumeAttachFailed from './rules/volume-attach-failed/index.ts';
import volumeConfigMissing from './rules/volume-config-missing/index.ts';
import volumeElsewhere from './rules/volume-elsewhere/index.ts';
import volumeMountFailed from './rules/volume-mount-failed/index.ts';
import webhookDenied from './rules/webhook-denied/index.ts';
import webhookUnreachable from './rules/webhook-unreachable/index.ts';
import workerKilled from './rules/worker-killed/index.ts';
import workerTimeout from './rules/worker-timeout/index.ts';
import wrongArchitecture from './rules/wrong-architecture/index.ts';

export const rules: readonly Rule[] = [
	addressInUse,
	applicationStartupFailed,
	claimLost,
	claimMissing,
	claimUnbound,
	commandFinishes,
	commandNotFound,
	configChanged,
	configKeyMissing,
	configMissing,
	connectionBudgetExceeded,
	connectionChurn,
	containerCreateFailed,
	containerCreatingLong,
	crashLoop,
	createRefused,
	cronjobFailing,
	cronjobMissed,
	cronjobSuspended,
	databaseAuthentication,
	databaseConnectionSlots,
	databaseLocks,
	databaseRefused,
	databaseStarting,
	databaseTimeout,
	databaseTls,
	databaseUnknownHost,
	diskFull,
	ephemeralStorageExceeded,
	errorsOnNewRevision,
	errorsRising,
	evicted,
	exceptionsRepeated,
	fileMissingOrForbidden,
	hookFailed,
	hostPortTaken,
	hpaAtMax,
	hpaCannotScale,
	hpaNoMetrics,
	hpaTargetMissing,
	hpaWantsMore,
	idleInTransaction,
	imageBadName,
	imageDenied,
	imageNeverPresent,
	imageNodeDiskFull,
	imageNotFound,
	imagePullFailing,
	imagePullSlow,
	imageRateLimited,
	imageRegistryCertificate,
	imageRegistryUnreachable,
	imageUnauthorized,
	imageWrongPlatform,
	ingressBackendMissing,
	ingressNoAddress,
	ingressPortMissing,
	ingressSecretMissing,
	initContainerFailing,
	initContainerWaiting,
	invalidPod,
	ipAddressesExhausted,
	jobFailed,
	limitRangeViolated,
	livenessBeforeStart,
	livenessDependsOnDependency,
	livenessKills,
	managedElsewhere,
	memoryNearLimit,
	moduleMissing,
	nameResolutionFailing,
	namespaceStuck,
	newException,
	nodeNotReady,
	nodePressure,
	nodeUnschedulable,
	nodesNotAvailable,
	notReady,
	oldPodsLingering,
	oomChild,
	oomKilled,
	oomNode,
	outOfMemoryInApp,
	pgbouncerWaiting,
	podRejected,
	podSecurityViolated,
	podShutdownByNode,
	podsNotCreated,
	podsOnLostNode,
	poolExhausted,
	poolSaturated,
	preempted,
	priorityClassMissing,
	probeCannotRun,
	quotaExceeded,
	readinessCutOff,
	readinessExec,
	readinessGate,
	readinessRefused,
	readinessStatus,
	readinessTimeout,
	readinessTls,
	rolloutDeadline,
	rolloutPaused,
	rolloutUnobserved,
	runAsRootRefused,
	sandboxFailed,
	scaleUpComing,
	scaledToZero,
	schedulerSilent,
	schedulingGated,
	schemaMismatch,
	serviceAccountMissing,
	serviceNoAddress,
	serviceNoReadyEndpoints,
	servicePortMismatch,
	serviceSelectsNothing,
	settingMissing,
	slowEverywhere,
	slowNewRevision,
	slowPod,
	slowRoute,
	startupBudgetTooShort,
	startupProbeFails,
	statefulsetBlocked,
	statefulsetBrokenPodRemains,
	surgeWithoutRoom,
	systemOom,
	terminatingStuck,
	tooManyPods,
	unschedulable,
	unschedulableResources,
	unschedulableSelector,
	unschedulableSpread,
	unschedulableTaint,
	volumeAttachFailed,
	volumeConfigMissing,
	volumeElsewhere,
	volumeMountFailed,
	webhookDenied,
	webhookUnreachable,
	workerKilled,
	workerTimeout,
	wrongArchitecture,
];
