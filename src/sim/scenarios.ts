// Generated from the folders of src/sim/scenarios by `npm run accept`: do not edit.
import type {Scenario} from './contract.ts';
import badRollout from './scenarios/bad-rollout/index.ts';
import calm from './scenarios/calm/index.ts';
import crashLoop from './scenarios/crash-loop/index.ts';
import oom from './scenarios/oom/index.ts';

export const scenarios: readonly Scenario[] = [badRollout, calm, crashLoop, oom];
