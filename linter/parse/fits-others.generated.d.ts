// Generated from schemas/ by `npm run generate`. Do not edit.
export const fits: Readonly<Record<'approvals' | 'checklist' | 'config' | 'customers' | 'doc' | 'page' | 'people' | 'phrases' | 'update' | 'walkthrough', (data: unknown) => boolean>>;
