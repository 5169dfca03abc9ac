import type { Listing } from './listing.ts';
import type { Person } from './types.generated.ts';

/** The people of an organisation by id. */
export type Roster = Listing<Person>;

/** Whether the person held the role on the day; the last day of a role counts. */
export function held(person: Person, role: string, day: string): boolean {
  for (const each of person.roles) if (each.role === role && each.from <= day && day <= (each.to ?? '9999-12-31')) return true;
  return false;
}

/** Days, the first and the last included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Whether the person held the role on one of the days at least; any role where none is named. */
export function heldWithin(person: Person, { from, to }: Days, role?: string): boolean {
  return person.roles.some((each) => (role === undefined || each.role === role) && each.from <= to && from <= (each.to ?? '9999-12-31'));
}

/** Whom a project that begins may name in this place: nobody who has left, and as its lead only leads. */
export function nameable(roster: Roster, place: 'lead' | 'backup' | 'escalate', today: string): readonly Person[] {
  const role = place === 'lead' ? 'lead' : undefined;
  return [...roster.values()].filter((person) => heldWithin(person, { from: today, to: '9999-12-31' }, role));
}

/** The first person who holds a role on a day: whom a message can name. */
export function anyWith(roster: Roster, role: string, day: string): Person | undefined {
  for (const person of roster.values()) if (held(person, role, day)) return person;
  return undefined;
}
