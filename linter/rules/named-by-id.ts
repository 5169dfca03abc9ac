import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'named-by-id',
  reads: 'content',
  severity: 'error',
  summary: 'A file is called by the id that stands in it, and by one that an address can hold.',
  why: 'Links lead to the file’s name; the id is what people read.',
  messages: {
    differs: 'The id is "{id}", but the file is called {name}. Make them the same.',
    form: '"{name}" cannot be part of an address. Call the file with lower-case letters, digits and hyphens, such as leaving-a-site.',
  },
  *check({ name, data }) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) yield { messageId: 'form', at: [], data: { name } };
    else if (data.id !== undefined && data.id !== name) yield { messageId: 'differs', at: ['id'], data: { id: data.id, name } };
  },
});
