import type { Severity } from '../core/rule.ts';

/** One check of the parsers: what a rule is, without a `check`; the reader and the shape checker do it. */
export interface Check {
  readonly id: string;
  readonly stage: 'reader' | 'history' | 'comment' | 'shape';
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly messages: Readonly<Record<string, string>>;
}

const PLAIN = 'Closeout reads the plain part of YAML only, so that a file means the same to every reader, person or program.';

/** All that the reader and the shape checker can say, by rule id. */
export const checks = {
  'file-readable': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file that is named or found can be read.',
    why: 'A file that nobody could read was not checked, and not checked is never passed.',
    messages: {
      unreadable: 'This file could not be read: {reason}.',
      folder: 'This folder could not be read: {reason}. Nothing in it was checked.',
      elsewhere:
        'This folder belongs to another git repository (a submodule, or a repository made inside this one), so nothing in it was checked. Keep its files in this repository, or check them there.',
      needs: 'This could not be judged. {reason}',
      name: 'This name is not text in UTF-8, so nothing under it could be read. Rename it.',
      notFile: 'This is not a plain file but {what}. Closeout reads plain files only.',
    },
  },
  'known-file': {
    stage: 'reader',
    severity: 'error',
    summary: 'Every YAML file and page under records, checklists and site/content has a name and a place that Closeout knows.',
    why: 'A run that is called run.yml, or lies a folder too deep, would never be checked.',
    messages: {
      name: 'Nothing reads a file of this name here, so it was not checked. {hint}',
    },
  },
  'file-small': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file has at most 1 MiB.',
    why: 'A run or checklist has a few kilobytes; a huge file is a mistake or an attack.',
    messages: { large: 'This file has {size} bytes; the most is 1,048,576. Keep evidence in the evidence folder and only its name here.' },
  },
  'utf-8': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file is text in UTF-8.',
    why: 'In any other encoding names and words come out differently on each machine.',
    messages: {
      encoding: 'This file is not UTF-8 text. Save it again with the encoding UTF-8.',
      utf16: 'This file is saved as UTF-16. Save it again with the encoding UTF-8.',
    },
  },
  'no-control-characters': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file holds no control characters.',
    why: 'Nobody can see them, and a terminal may obey them.',
    messages: {
      control: 'There is an invisible control character here ({code}). Delete it; retyping the line is the surest way.',
      escaped:
        '{escape} in double quotes stands for an invisible control character ({code}). Put the text in single quotes if it means the backslash, or delete it.',
    },
  },
  'no-invisible-characters': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file holds no zero-width or text-direction characters.',
    why: 'With them a line can read differently from what it says, to the person who approves it.',
    messages: {
      invisible: 'There is an invisible character here ({code}). Delete it; it often comes along when text is copied from a chat or a web page.',
      escaped: '{escape} in double quotes stands for an invisible character ({code}). Put the text in single quotes if it means the backslash, or delete it.',
    },
  },
  'spaces-not-tabs': {
    stage: 'reader',
    severity: 'error',
    summary: 'Lines are indented with spaces.',
    why: 'YAML does not allow tabs in indentation.',
    messages: {
      tab: 'This line is indented with a tab. Use spaces instead, two for each step.',
      inside: 'A tab stands here. Type a space instead.',
    },
  },
  'valid-yaml': {
    stage: 'reader',
    severity: 'error',
    summary: 'The file is YAML.',
    why: 'A line that cannot be read makes the whole file unreadable.',
    messages: {
      syntax: 'This line cannot be read. Look here and in the line above for a quote, a comma, a colon or a bracket that is missing or too many.',
      colon: 'There is a second colon in this line. Put the text behind the first one in quotes.',
      noColon: 'This line has no colon with a space behind it. Write it as key: value; if it goes on with the text above, indent it more.',
      indent: 'This line does not begin in the same column as its neighbours. Line it up with the lines above and below.',
      mixed:
        'Lines with "- " and lines without it are mixed here. In a list each entry begins with "- ", in a group of keys none does; indent what belongs to the line above.',
      unclosed: 'The {what} that opens here is never closed. Close it where it should end.',
      bracket: 'A {what} was opened before, but {actual} stands here. Write {expected}, or close what was opened first.',
      extra: '"{actual}" is too many here. Delete it; put the whole text in quotes if it belongs to it.',
      comma: 'A comma is missing before this. If this belongs to the text in front of it, put that whole text in quotes.',
      quote: 'The text goes on behind its closing quote. Put the whole of it in {quotes} quotes.',
      start: 'A text cannot begin with {character}, which means something of its own in YAML. Put the whole text in quotes.',
      escape: 'In double quotes a backslash begins a code, and there is no code like this one. Put the text in single quotes.',
      space: 'This is not a plain space but one that only looks like it, as it comes along when text is copied. Type the space again.',
      conflict:
        'Git left this mark where two changes met. Keep the lines that are right, and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>.',
      empty: 'This file is empty. Delete it, or fill it in.',
    },
  },
  'not-too-deep': {
    stage: 'reader',
    severity: 'error',
    summary: 'Lists and groups are nested at most 64 deep.',
    why: 'A run needs four levels; hundreds are a mistake or an attack.',
    messages: { deep: 'Lists or groups are nested more than 64 deep here. Close the brackets, or indent less.' },
  },
  'one-document': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file holds one document.',
    why: PLAIN,
    messages: { second: 'A second document starts here. Put it in a file of its own, or delete the line {mark}.' },
  },
  'no-directives': {
    stage: 'reader',
    severity: 'error',
    summary: 'A file has no %-lines for the YAML reader.',
    why: PLAIN,
    messages: { directive: 'A line that starts with % is an instruction to the YAML reader. Delete it.' },
  },
  'no-anchors': {
    stage: 'reader',
    severity: 'error',
    summary: 'Nothing is named with & to be repeated elsewhere.',
    why: PLAIN,
    messages: { anchor: '"&{name}" names this place so that it can be repeated elsewhere. Delete it; put the text in quotes if the & belongs to it.' },
  },
  'no-aliases': {
    stage: 'reader',
    severity: 'error',
    summary: 'Nothing is repeated with * from elsewhere.',
    why: PLAIN,
    messages: { alias: '"*{name}" repeats another place of the file. Write the value out; put the text in quotes if the * belongs to it.' },
  },
  'no-tags': {
    stage: 'reader',
    severity: 'error',
    summary: 'No value carries a type with !.',
    why: PLAIN,
    messages: { tag: '"{name}" gives this value a type. Delete it; put the text in quotes if the ! belongs to it.' },
  },
  'no-merge-keys': {
    stage: 'reader',
    severity: 'error',
    summary: 'No group is merged in with <<.',
    why: PLAIN,
    messages: { merge: '"<<" merges another group in. Write its keys out here.' },
  },
  'plain-keys': {
    stage: 'reader',
    severity: 'error',
    summary: 'Every key is a plain word.',
    why: PLAIN,
    messages: {
      complex: 'A "?", a list or a group stands here where a key should. Write a plain word and a colon.',
      empty: 'The key in front of this colon is missing. Write one, or delete the colon.',
      proto: '"{name}" is not allowed as a key: programs give it a meaning of its own. Choose another word.',
    },
  },
  'unique-keys': {
    stage: 'reader',
    severity: 'error',
    summary: 'A key stands once in its group.',
    why: 'Of two answers to one item only one can count, and nobody can tell which was meant.',
    messages: { twice: '"{name}" stands here a second time; the first is in line {line}. Keep one of the two.' },
  },
  'frontmatter-given': {
    stage: 'reader',
    severity: 'error',
    summary: 'A page begins with its facts, between two lines of three hyphens.',
    why: 'Title, owner and date of the last review are what a page is found and trusted by.',
    messages: {
      missing: 'This page does not begin with its facts. Put a line --- on top, title and description below it, and a line --- after them.',
      unclosed: 'The facts on top of this page are not closed. Put a line --- after them.',
    },
  },
  'valid-mdx': {
    stage: 'reader',
    severity: 'error',
    summary: 'Tags and braces of a page are closed.',
    why: 'A page with a tag left open cannot be shown, and no page of the site can be built.',
    messages: {
      tag: 'This tag cannot be read. A component stands as <Say> ... </Say> or <Update id="..." />; for a plain < write &lt;.',
      unclosed: '<{tag}> is opened here and not closed. Close it with </{tag}> on a line of its own, or write <{tag} /> if it holds nothing.',
      html: '<{tag}> is HTML, and a page holds none. Write it in Markdown; for a plain < write &lt;.',
      end: '{tag} closes what is not open here. Each <Say> is closed by a </Say>, the inner one of two first.',
      link: 'An address in angle brackets cannot be read here. Write [words](https://...).',
      comment: 'A comment of HTML cannot stand here. Delete it; an exception from a rule stands between {{/* and */}}.',
      brace: 'A brace begins code in a page, and pages hold none. Delete it; for a plain {{ write &#123;.',
    },
  },
  'page-small': {
    stage: 'reader',
    severity: 'error',
    summary: 'A page has at most 100,000 characters and 2,000 lines, and its paragraphs and lists stay readable.',
    why: 'A page is read on a phone between two calls; a huge one is a mistake or an attack.',
    messages: {
      large: 'This page has {size} characters; the most is 100,000. Cut it into several pages.',
      many: 'This page has more than {size} {what}. Cut it into several pages.',
      marks: 'More than {size} stars, underlines, brackets and the like stand here without a blank line between. Write shorter paragraphs.',
      deep: 'Too much is nested here: lists, quotes or tags inside each other. Three levels are more than a reader can follow.',
    },
  },
  'history-available': {
    stage: 'history',
    severity: 'error',
    summary: 'The history holds the base that a change is compared with.',
    why: 'Without it nobody can tell what the change does, and what could not be told is never passed.',
    messages: { missing: '{reason} So what the change does could not be judged; the rest was.' },
  },
  'suppression-explained': {
    stage: 'comment',
    severity: 'error',
    summary: 'A comment that silences a rule names one rule that can be silenced, and says why.',
    why: 'The next editor must be able to tell an exception from an oversight.',
    messages: {
      reason: 'This silences {rule} without saying why. Write closeout-ignore {rule}: and the reason.',
      form: 'This silences nothing. Write closeout-ignore, one rule, a colon and the reason, such as closeout-ignore item-verifiable: their contract says so.',
      text: 'This stands inside a text and would go out with it. Put it on a line of its own above the key that the text belongs to.',
      unknown: 'This silences "{rule}", but there is no such rule.',
      typo: 'This silences "{rule}", but there is no such rule. Did you mean "{suggestion}"?',
      firm: '{rule} cannot be silenced: others rely on it. Mend what it found, and delete this comment.',
      record: 'Records and releases have no suppressions: this comment does nothing. Delete it, and mend what the rule found.',
    },
  },
  'suppression-used': {
    stage: 'comment',
    severity: 'warning',
    summary: 'A comment that silences a rule still has something to silence.',
    why: 'A left-over exception hides the next mistake on its line.',
    messages: { unused: 'There is nothing left here for {rule} to find. Delete this comment.' },
  },
  'known-key': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every key is one that this kind of file has.',
    why: 'A misspelt key is silently ignored by most tools, and with it what was meant.',
    messages: {
      unknown: '"{name}" is not a key that belongs here. Known are: {known}.',
      typo: '"{name}" is not a key that belongs here. Did you mean "{suggestion}"?',
      answer: '"{name}" does not belong to an answer that is {form}. An item has one answer only: delete the other.',
    },
  },
  'required-key': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every key that a file needs is there.',
    why: 'Support looks for it on the day it matters.',
    messages: { missing: '"{name}" is missing{where}. Add it{example}.' },
  },
  'value-type': {
    stage: 'shape',
    severity: 'error',
    summary: 'Every value is of the type its key asks for.',
    why: 'A list where a text should stand cannot be shown or counted.',
    messages: {
      type: '{name} should be {expected}, but {actual} stands here.',
      empty: '{name} has no value. Give it {expected}. What is optional can be left out.',
    },
  },
  'quoted-text': {
    stage: 'shape',
    severity: 'error',
    summary: 'A text that looks like a number or a yes/no stands in quotes.',
    why: 'YAML reads 1.10 as 1.1 and drops digits of long numbers.',
    messages: { quote: '{raw} is read as {meaning}, not as text. Put it in quotes: "{raw}".' },
  },
  'allowed-value': {
    stage: 'shape',
    severity: 'error',
    summary: 'Where a value comes from a fixed list, it is one of that list.',
    why: 'Any other word has no meaning to the gate.',
    messages: {
      unknown: '"{value}" is not possible for {name}. Possible are: {known}.',
      typo: '"{value}" is not possible for {name}. Did you mean "{suggestion}"?',
    },
  },
  'answer-form': {
    stage: 'shape',
    severity: 'error',
    summary: 'An answer is open, done, na or waived, written the way a run writes it.',
    why: 'The gate must be able to tell a claim from a remark.',
    messages: {
      form: '{actual} is not an answer. Write open, or {{ done: {today}, by: your-id }}, or {{ na: the reason, by: your-id }}, or {{ waived: the reason, by: your-id, approved: their-id, until: {today}, ticket: T1 }}.',
    },
  },
  'value-form': {
    stage: 'shape',
    severity: 'error',
    summary: 'Days, times, ids, versions, links and texts are written the way this file writes them.',
    why: 'A day that is written in another order is another day.',
    messages: { form: '"{value}" does not fit {name}. It should be {words}.' },
  },
  'value-size': {
    stage: 'shape',
    severity: 'error',
    summary: 'Numbers, texts and lists stay within their bounds.',
    why: 'What is out of bounds is a slip of the finger, or not meant for this file.',
    messages: { size: '{name} {bound}.' },
  },
} as const satisfies Record<string, Omit<Check, 'id'>>;

export type CheckId = keyof typeof checks;

/** The checks in reading order, each with its id. */
export const checkList: readonly Check[] = Object.entries(checks).map(([id, check]) => ({ id, ...check }));
