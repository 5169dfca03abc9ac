import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'unique-item-ids',
  reads: 'checklist',
  severity: 'error',
  summary: 'Every item, section and kind has an id of its own.',
  why: 'A run answers by id; two items of one id would share one answer.',
  messages: { twice: 'The {what} id "{id}" stands here a second time. Choose another; ids are never reused.' },
  *check({ data }) {
    const seen = new Set<string>();
    const twice = (what: string, id: string): boolean => seen.size === seen.add(`${what} ${id}`).size;
    for (const [index, kind] of (data.kinds ?? []).entries()) {
      if (kind && twice('kind', kind.id)) yield { messageId: 'twice', at: ['kinds', index, 'id'], data: { what: 'kind', id: kind.id } };
    }
    for (const [at, section] of (data.sections ?? []).entries()) {
      if (section && twice('section', section.id)) yield { messageId: 'twice', at: ['sections', at, 'id'], data: { what: 'section', id: section.id } };
      for (const [index, item] of (section?.items ?? []).entries()) {
        if (item && twice('item', item.id)) yield { messageId: 'twice', at: ['sections', at, 'items', index, 'id'], data: { what: 'item', id: item.id } };
      }
    }
  },
});
