// Generated from schemas/ by `npm run generate`. Do not edit.
import type { Files } from '../core/types.generated.ts';

export const fits: Readonly<Record<keyof Files, (data: unknown) => boolean>>;
