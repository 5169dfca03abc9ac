import type { ItemFacts } from '../linter/index.ts';
import type { ChecklistView } from './data.ts';

/** A titled group of items as a checklist's page shows it. */
export interface Part {
  /** The id of its heading. */
  readonly anchor: string;
  readonly title: string;
  readonly items: readonly ItemFacts[];
}

/** Whether a checklist is a card to follow: only a project's has runs. */
export function isCard({ data }: Pick<ChecklistView, 'data'>): boolean {
  return data.subject !== undefined && data.subject !== 'project';
}

/** The groups of a checklist's page: its sections, or for a card its phases in their order. */
export function partsOf(checklist: Pick<ChecklistView, 'data' | 'facts'>): readonly Part[] {
  const { data, facts } = checklist;
  const items = [...facts.items.values()].filter((item) => !item.retired);
  const sections = (data.sections ?? []).map((section) => ({
    anchor: `section-${section.id}`,
    title: section.title,
    items: items.filter((item) => section.items.some((each) => each.id === item.id)),
  }));
  if (!isCard(checklist)) return sections;
  const phases = (data.phases ?? []).map((phase) => {
    const here = items.filter((item) => item.phase === phase);
    const titles = [...new Set(here.map((item) => item.section))];
    // a phase with one section is called what its section is called
    return { anchor: `phase-${phase}`, title: titles.length === 1 ? (titles[0] ?? phase) : capital(phase), items: here };
  });
  return phases.filter((part) => part.items.length > 0);
}

function capital(phase: string): string {
  return `${phase.charAt(0).toUpperCase()}${phase.slice(1).replaceAll('-', ' ')}`;
}
