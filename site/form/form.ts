import { startBegin } from './begin.ts';
import { openDesk } from './desk.ts';
import { keeping } from './draft.ts';
import type { FormFacts } from './facts.ts';
import { startLeft } from './left.ts';
import { startOut } from './out.ts';
import { placed } from './place.ts';
import { isAsked, startRow } from './rows.ts';
import { startSeals } from './seals.ts';
import { startTop } from './top.ts';

/** Brings a form to life: text is the model, fields write into it, and the linter judges it after each change. Done when it was judged and drawn for the first time. */
export function startForm(box: HTMLElement): Promise<void> {
  const facts = JSON.parse(box.querySelector('script[type="application/json"]')?.textContent ?? '') as FormFacts;
  const desk = openDesk(box, facts, keeping());
  const rows = [...box.querySelectorAll<HTMLElement>('.ask')].map((place) => startRow(place, desk));
  const left = startLeft(desk, rows);
  const parts = [startTop(desk), startOut(desk), startSeals(desk)];
  startBegin(desk);
  desk.onJudged((judged, fresh) => {
    const isThere = judged.text !== '';
    for (const part of box.querySelectorAll<HTMLElement>('.running')) part.hidden = !isThere;
    box.classList.add('live');
    box.classList.toggle('unreadable', isThere && !judged.document);
    box.classList.toggle('empty', !isThere);
    const asked = rows.map((row) => row.question).filter((question) => isAsked(question, judged));
    const found = placed(judged, asked);
    for (const row of rows) row.draw(judged, found, fresh);
    left(judged, found);
    for (const draw of parts) draw(judged);
  });
  return new Promise((done) => desk.onJudged(() => done()));
}
