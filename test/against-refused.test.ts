import { describe, expect, test } from 'vitest';
import { against, FINE, HEADER } from './against.ts';
import { organisation } from './organisation.ts';

describe('what is no export of projects is never passed', () => {
  const wide = `${HEADER}1,"${'x'.repeat(2_000_000)}",NWT,Open,\n`;
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'is empty'],
    ['only blank lines', '\n\n,,,\n', 'has no rows'],
    ['a header alone', HEADER, 'has a header in line 1 and no project below it'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'is an Excel workbook. Save it as "CSV UTF-8"'],
    ['a sign-in page', '<!DOCTYPE html><html>Sign in', 'is a web page or XML'],
    ['bytes of zero', Uint8Array.of(65, 66, 0, 0, 67), 'is not text'],
    ['half a character of UTF-16', Uint8Array.of(0xff, 0xfe, 65), 'is damaged'],
    ['a quote that never ends', `${HEADER}1,"Office move,NWT,Open,\n2,x,y,Open,\n`, 'a quote that begins in or after line 2 is never closed'],
    ['a quote in the wrong place', `${HEADER}1,Office move,NWT,Open,\n2,12" rack,NWT,Open,\n`, 'has a quote where none can stand, in or after line 3'],
    ['a million characters in a row', wide, 'more than a million characters at line 2'],
    ['a status twice', FINE.replace('Actual End', 'Status'), 'has the column "Status" twice (columns 4 and 5)'],
    ['too many rows', HEADER + '1,a,b,Open,\n'.repeat(200_001), 'has more than 200,000 rows'],
    ['more bytes than anybody exports', new Uint8Array(21 * 1_048_576), 'is larger than 20 MiB'],
  ])('%s', async (_what, bytes, words) => {
    const { code, out, err } = await against(bytes, undefined, 'text');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  test('a file that is not there, a folder, and a file without --against', async () => {
    const house = organisation();
    expect(await house.closeout('report', '--against', 'none.csv')).toMatchObject({ code: 2, err: expect.stringContaining('none.csv is not there') });
    expect(await house.closeout('report', '--against', 'records')).toMatchObject({ code: 2, err: expect.stringContaining('records is a folder') });
    expect(await house.closeout('report', 'projects.csv')).toMatchObject({ code: 3, err: expect.stringContaining('--against projects.csv') });
  });

  test.each([
    ['3,,Contoso Dental,Open,', 'Line 4: The row has no name of a project.'],
    ['3,New phones,,Open,', 'Line 4: "New phones" has no customer.'],
    ['3,New phones,Contoso Dental,,', 'Line 4: The status is empty.'],
    ['3,New', 'Line 4: The row has 2 columns where the header has 5'],
    ['3,"New, ""old"" phones\nand more",Contoso Dental,Invoiced,', 'Line 4: Nobody knows whether "Invoiced" means closed.'],
  ])('a row that cannot be judged makes it not whole: %s', async (row, words) => {
    const { code, out, err } = await against(`${FINE}${row}\n`, undefined, 'text');
    expect([code, out]).toEqual([2, expect.stringContaining(words)]);
    expect(err).toContain('so it is not whole');
  });

  test('without a status a day decides, and a word such as No does not', async () => {
    const csv = 'Project,Client,Completed\nOffice move,NWT,\nMail move,Contoso Dental,2026-10-16\n';
    expect((await against(csv)).code).toBe(0);
    expect((await against(csv.replace('NWT,', 'NWT,No'))).found?.unclear).toMatchObject([{ line: 2, what: '"No" is no day on which a project was closed.' }]);
  });
});

describe('hostile values', () => {
  const hostile = '\u001b[31m##[error]x <script>@everyone [a](javascript:x) \u202e::error::';

  test.each(['text', 'markdown', 'json'])('%s keeps them inert', async (format) => {
    const { code, out } = await against(`${FINE}3,"${hostile}\n::error::second",Contoso Dental,Closed,"${hostile}"\n4,x,y,"${hostile}",\n`, undefined, format);
    expect(code).toBe(1);
    for (const raw of ['\u001b', '##[', ...(format === 'json' ? [] : ['\u202e'])]) expect(out).not.toContain(raw);
    for (const line of out.split('\n')) expect(line).not.toMatch(/^\s*::error/);
    if (format === 'markdown') for (const raw of ['<script>', '@everyone', '[a](']) expect(out).not.toContain(raw);
  });
});
