import type { CloseUp } from '../format';
import { forearm } from './arm';
import { foot } from './foot';
import { face, profile } from './head';
import type { Template } from './template';

export { type Area, CLOSE_RADIUS, type Outline, type Template } from './template';

export const CLOSE_UPS: Record<CloseUp, Template> = { profile, face, foot, forearm };
