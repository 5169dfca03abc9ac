import type { APIRoute, GetStaticPaths } from 'astro';
import { type ChecklistView, organisation } from '../../../../data.ts';
import { versionsOf } from '../../../../versions.ts';

/** Each version that can be compared, as a file of its own: the page asks for two of them once somebody chooses versions that are no neighbours. */
export const getStaticPaths = (() =>
  organisation().checklists.flatMap((checklist) =>
    versionsOf(checklist).map(({ id, data }) => ({ params: { checklist: checklist.id, version: id }, props: { data } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: ChecklistView['data'] }> = ({ props: { data } }) => {
  const { changes: _why, ...content } = data;
  return new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json' } });
};
