import { describe, expect, test } from 'vitest';
import { explainsNothing, sameWords, saysNothing } from '../linter/core/said.ts';

describe('a text that nobody can check later', () => {
  test.each([
    ...[
      'x',
      '7',
      '-',
      '...',
      '👍',
      '✔',
      'xx',
      'AAAA',
      'ok',
      'OK.',
      'Done',
      'done!',
      'It is done',
      'Yes - all good',
      'n/a',
      'N.A.',
      'It was all completed, checked, verified and confirmed, as previously agreed and discussed.',
    ],
    ...[
      'see above',
      'See ticket.',
      'as discussed',
      'As per above',
      'same',
      'ditto',
      'test',
      'asdf',
      'Works now',
      'Erledigt',
      'geprüft',
      'siehe oben',
      'Not yet done',
      'still open',
      'To be determined.',
      'To follow next week',
      'WIP',
      'Will do tomorrow',
      'ｄｏｎｅ',
      'fait',
      '好',
    ],
  ])('"%s" says nothing', (text) => expect(saysNothing(text)).toBe(true));

  test.each([
    ...[
      'Seen on site',
      '24 agents',
      'Rack 3',
      'B7',
      '24',
      'DC',
      'No rack',
      'None',
      'None left',
      'Tuned',
      'Delivered',
      'Two muted',
      'Done by Fabrikam',
      'Page 12',
    ],
    ...[
      'Tested with Maria',
      'Verified on site',
      'See the wiki, page Rack',
      'As discussed with Maria Ortiz',
      'No open tickets',
      'Not open to the internet',
      'Firewall to be moved',
      'Mail tested',
      'Disks at 90 %',
    ],
    ...['Vor Ort gesehen', 'Gesehen', 'Baie 3', 'Vu sur place', 'Visto en sitio', '机柜三', '已检查', 'ラック', 'Стойка 3', 'ראיתי'],
  ])('"%s" may be true', (text) => expect(saysNothing(text)).toBe(false));
});

test('what is no reason, and what is a short one', () => {
  for (const text of ['none', 'Not needed.', 'not applicable', 'n/a', 'no', 'Later', '取消']) expect([text, explainsNothing(text, 10)]).toEqual([text, true]);
  for (const text of ['No rack', 'Not needed: cloud only', '无机房', '서버 없음']) expect([text, explainsNothing(text, 5)]).toEqual([text, false]);
  // found without a search from each sign on, which would take minutes
  expect(explainsNothing(`${'!'.repeat(1_000_000)}x`, 10)).toBe(false);
});

test('the same words are the same, however they are written', () => {
  expect(sameWords('The printers are documented', 'the Printers -- are documented.')).toBe(true);
  expect(sameWords('The printers are documented', 'Two printers are documented')).toBe(false);
});
