import { type RunDocument, verdictWords } from '../linter/index.ts';
import type { Organisation, ProjectView } from './data.ts';
import { holds } from './days.ts';
import { to } from './links.ts';
import { type CustomerView, contact, engagementsOf, kindTitles } from './panel.ts';
import { leftWords } from './words.ts';

/** A customer's panel as schemas/published/customer-panel.schema.json describes it. */
export function panelData({ id, name, aliases, projects, unread }: CustomerView, { workspace }: Pick<Organisation, 'workspace'>) {
  const { today, sample } = workspace;
  return {
    format: 'closeout-customer',
    version: 1,
    asOf: today,
    sample,
    customer: { id, name, aliases },
    panel: to('customers', id),
    complete: unread.length === 0,
    projects: projects.map(projectData),
  };
}

function projectData(project: ProjectView) {
  const { document, closedOn, watchEnds } = project;
  const { project: about = {} } = document.run;
  const coming = engagementsOf(project).filter((each) => each.away >= 0);
  return {
    id: project.id,
    name: project.name,
    psa: about.psa ?? null,
    state: project.state,
    standing: project.standing,
    kinds: kindTitles(project),
    started: about.started ?? null,
    closes: about.closes ?? null,
    watch: closedOn && watchEnds ? { closedOn, until: watchEnds } : null,
    touches: (about.touches ?? []).filter((each) => each !== undefined),
    impact: about.impact ?? null,
    unrelated: about.unrelated ?? null,
    knownIssues: (about['known-issues'] ?? []).filter((each) => each !== undefined).map(({ what, ticket }) => ({ what, ticket: ticket ?? null })),
    lead: person(document, about.lead),
    backup: person(document, about.backup),
    escalate: person(document, about.escalate),
    engagements: coming.map(({ date, clock = null, zone, site = null, what, impact }) => ({ date, time: clock, zone, site, what, impact })),
    ...gateWords(project),
  };
}

/** Name and work phone, as the pages show them: no phone of one who has left. */
function person(document: RunDocument, id: string | undefined) {
  const found = contact(document, id);
  if (!found) return null;
  const here = holds(found.here, document.today);
  return { name: found.name, phone: (here && found.phone) || null, here };
}

/** Whether the gate lets a project close, or would let a closed one close again; what is not decided is never a yes. */
function gateWords({ standing, verdict, next, document }: ProjectView): { readonly mayClose: boolean; readonly left: string } {
  const said = standing === 'watched' ? verdict : next;
  const mayClose = (said.outcome === 'may-close' || said.outcome === 'archive') && document.checklist !== undefined;
  if (mayClose) return { mayClose, left: 'nothing' };
  return { mayClose, left: said.outcome === 'left' || !document.checklist ? leftWords(said, document.checklist) : verdictWords(said) };
}
