import { maskQuotes } from '../core/prose.ts';
import { defineRule } from '../core/rule.ts';
import { spanOf } from '../core/text.ts';

const JOINED = /\s(?:and|or|and\/or|as well as|plus|&)\s|[a-z]\/[a-z]|;/i;
const ORDERS =
  /^(?:add|ask|assign|collect|configure|confirm|connect|create|delete|deliver|disable|double-check|enable|ensure|fill|follow|get|give|hand|hold|inform|install|keep|look|make|notify|obtain|perform|prepare|provide|put|remove|run|save|send|speak|take|talk|tell|train|tune|validate|verify|write)\b/i;
/** These may as well be the thing that a state is of: "Test mail was received". */
const ORDERS_OR_THINGS =
  /^(?:book|call|change|check|clean|close|document|export|file|label|list|log|name|note|open|record|register|report|restore|review|schedule|set|show|sign|start|store|test|update)\b(?!(?:(?! that ).)*\b(?:is|are|was|were|has|have|had|can|cannot|exists?|holds?|lists?|names|reports?|runs?|says?|shows|works?)\b)/i;
const VAGUE =
  /\b(?:properly|correctly|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|as needed|as required|if needed|if necessary|where possible|reasonable|reasonably|in order|etc|good|fine|okay|best practices?|should|considered|looked at|taken care of)\b/i;

export default defineRule({
  id: 'item-verifiable',
  reads: 'checklist',
  severity: 'warning',
  summary: 'An item is one state that a person can see to hold.',
  why: 'Of two things in one line the second is ticked unseen, and what nobody can see is ticked out of hope.',
  messages: {
    joined: '"{title}" asks for two things. Make two items of it, or name the one that counts.',
    order: '"{title}" says what to do. Write the state one can see afterwards, such as "A restore was tested" for "Test a restore".',
    vague: 'Two people would not agree on "{word}". Write what one can see.',
    question: '"{title}" is a question. Write the state one can see, such as "Support logged in".',
  },
  *check({ facts, release, text, places }) {
    // a frozen title stays as it is
    if (release !== undefined) return;
    for (const { title, path, retired } of facts.items.values()) {
      if (retired) continue;
      const words = maskQuotes(title);
      const at = [...path, 'title'];
      const vague = VAGUE.exec(words)?.[0];
      if (title.trim().endsWith('?')) yield { messageId: 'question', at, data: { title } };
      else if (ORDERS.test(words) || ORDERS_OR_THINGS.test(words)) yield { messageId: 'order', at, data: { title } };
      else if (JOINED.test(words)) yield { messageId: 'joined', at, data: { title } };
      else if (vague) {
        const [start, end] = spanOf(places(), at);
        const index = text.slice(start, end).indexOf(vague);
        yield { messageId: 'vague', at, data: { word: vague }, ...(index === -1 ? {} : { span: [start + index, start + index + vague.length] }) };
      }
    }
  },
});
