// Generated from the folders of src/modes by `npm run accept`: do not edit.
import type {Mode} from './contract.ts';
import check from './check/index.ts';
import dashboard from './dashboard/index.ts';
import demo from './demo/index.ts';

export const modes: readonly Mode[] = [check, dashboard, demo];
