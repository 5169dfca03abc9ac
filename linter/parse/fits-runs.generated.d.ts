// Generated from schemas/ by `npm run generate`. Do not edit.
export const fits: Readonly<Record<'run' | 'signoff', (data: unknown) => boolean>>;
