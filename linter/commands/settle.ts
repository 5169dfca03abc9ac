import { answerItem } from './answer.ts';
import type { Io } from './io.ts';

export const help = `Makes a waiver good after closing: writes into settled how it was done,
or a new waiver with a new approver and day.

Usage: closeout settle RUN ITEM done --by ID [evidence]
       closeout settle RUN ITEM na REASON --by ID
       closeout settle RUN ITEM waived REASON --by ID --approved ID --until DAY
                --ticket NUMBER
       closeout settle RUN ITEM open

RUN is the project as customer/project, its folder or its run.yaml.

  --by ID              who settles it, as in records/people.yaml
  --on DAY             the day on which it was done (today)
  --note TEXT  --link URL  --ticket NUMBER  --date DAY  --count N
  --file evidence/NAME  --vault WHERE       what backs it
  --approved ID  --until DAY                of a new waiver
  --today YYYY-MM-DD   the day to judge by
  --dry-run            show the change as a patch, write nothing
  --help               show this

Example:
  closeout settle northwind/file-server disks-wiped done --by jkim \\
    --file evidence/wipe-record.txt
`;

export function run(args: readonly string[], io: Io): Promise<number> {
  return answerItem('settle', args, io);
}
