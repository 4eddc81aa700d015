// Generated from the folders of src/sim/scenarios by `npm run accept`: do not edit.
import type {Scenario} from './contract.ts';
import autoscalerAtMax from './scenarios/autoscaler-at-max/index.ts';
import badRollout from './scenarios/bad-rollout/index.ts';
import blackFriday from './scenarios/black-friday/index.ts';
import calm from './scenarios/calm/index.ts';
import configKeyMissing from './scenarios/config-key-missing/index.ts';
import crashLoop from './scenarios/crash-loop/index.ts';
import databaseDown from './scenarios/database-down/index.ts';
import databaseRefused from './scenarios/database-refused/index.ts';
import errorsAfterDeploy from './scenarios/errors-after-deploy/index.ts';
import healthLies from './scenarios/health-lies/index.ts';
import imageNotFound from './scenarios/image-not-found/index.ts';
import imageRateLimited from './scenarios/image-rate-limited/index.ts';
import imageRegistryDown from './scenarios/image-registry-down/index.ts';
import imageUnauthorized from './scenarios/image-unauthorized/index.ts';
import ingressTrouble from './scenarios/ingress-trouble/index.ts';
import livenessKills from './scenarios/liveness-kills/index.ts';
import logFlood from './scenarios/log-flood/index.ts';
import measuredRequests from './scenarios/measured-requests/index.ts';
import moduleMissing from './scenarios/module-missing/index.ts';
import noAddresses from './scenarios/no-addresses/index.ts';
import noDuration from './scenarios/no-duration/index.ts';
import nodeLost from './scenarios/node-lost/index.ts';
import nodeSelector from './scenarios/node-selector/index.ts';
import oom from './scenarios/oom/index.ts';
import pendingCpu from './scenarios/pending-cpu/index.ts';
import pgbouncerWaiting from './scenarios/pgbouncer-waiting/index.ts';
import poolLeak from './scenarios/pool-leak/index.ts';
import quota from './scenarios/quota/index.ts';
import readinessWaits from './scenarios/readiness-waits/index.ts';
import rollingUpdate from './scenarios/rolling-update/index.ts';
import secretRotated from './scenarios/secret-rotated/index.ts';
import selectorDrift from './scenarios/selector-drift/index.ts';
import slowNewRevision from './scenarios/slow-new-revision/index.ts';
import slowRoute from './scenarios/slow-route/index.ts';
import slowStart from './scenarios/slow-start/index.ts';
import surgeOverrun from './scenarios/surge-overrun/index.ts';
import workerKilled from './scenarios/worker-killed/index.ts';
import wrongPort from './scenarios/wrong-port/index.ts';

export const scenarios: readonly Scenario[] = [
	autoscalerAtMax,
	badRollout,
	blackFriday,
	calm,
	configKeyMissing,
	crashLoop,
	databaseDown,
	databaseRefused,
	errorsAfterDeploy,
	healthLies,
	imageNotFound,
	imageRateLimited,
	imageRegistryDown,
	imageUnauthorized,
	ingressTrouble,
	livenessKills,
	logFlood,
	measuredRequests,
	moduleMissing,
	noAddresses,
	noDuration,
	nodeLost,
	nodeSelector,
	oom,
	pendingCpu,
	pgbouncerWaiting,
	poolLeak,
	quota,
	readinessWaits,
	rollingUpdate,
	secretRotated,
	selectorDrift,
	slowNewRevision,
	slowRoute,
	slowStart,
	surgeOverrun,
	workerKilled,
	wrongPort,
];
