// Generated from test/cases by `npm test -- test/explain.test.ts -u`. Do not edit.
export const examples: Readonly<Record<string, { readonly bad: string; readonly says: string; readonly good?: string }>> = {
 "allowed-value": {
  "bad": "level: required",
  "says": "\"required\" is not possible for \"level\". Possible are: must, should, may.",
  "good": "level: must"
 },
 "answer-form": {
  "bad": "rack-photo: { by: tlee, note: The photo follows }",
  "says": "\"{ by: tlee, note: The photo follows }\" is not an answer. Write open, or { done: 2026-11-06, by: your-id }, or { na: the reason, by: your-id }, or { waived: the reason, by: your-id, approved: their-id, until: 2026-11-06, ticket: T1 }.",
  "good": "rack-photo: { na: No rack was touched, by: tlee }"
 },
 "assurance-reached": {
  "bad": "by: jkim",
  "says": "Jonah Kim took the approval of this change back, or it was dismissed. Ask Jonah Kim to look at it again and approve it."
 },
 "change-explained": {
  "bad": "date: 2026-07-02",
  "says": "1.0.0 is dated 2026-07-02, after 1.1.0, which came later. Correct one of the two days.",
  "good": "date: 2026-06-22"
 },
 "change-stated": {
  "bad": "date: 2026-08-25",
  "says": "The change is dated 2026-08-25, which is after this page was reviewed (2026-08-24). Correct one of the two days.",
  "good": "date: 2026-08-24"
 },
 "closing-overdue": {
  "bad": "closes: 2026-10-30",
  "says": "This project was to close on 2026-10-30, 7 days ago. Close it, or plan a new day.",
  "good": "closes: 2026-11-06"
 },
 "content-only": {
  "bad": "<Update id={\"outage-acknowledge\"} />",
  "says": "The value of an attribute stands in quotes, not in braces: braces are code."
 },
 "dates-in-order": {
  "bad": "closes: 2025-11-13",
  "says": "The project closes on 2025-11-13, before it starts on 2026-09-14. Correct one of the two.",
  "good": "closes: 2026-11-06"
 },
 "evidence-exists": {
  "bad": "rack-photo: { done: 2026-11-02, by: tlee, file: evidence/rack-dock-street.txt }",
  "says": "\"evidence/rack-dock-street.txt\" is not there. Put the file into the evidence folder beside this run, or correct the name."
 },
 "evidence-given": {
  "bad": "client-confirmed: { done: 2026-11-04, by: tlee, link: https://mail.example/maria-ortiz/thanks }",
  "says": "\"The client confirmed the work in writing\" is done, but a ticket is missing. Add it, for example ticket: T20261106.0007.",
  "good": "client-confirmed: { done: 2026-11-04, by: tlee, ticket: T20261104.0011 }"
 },
 "frontmatter-given": {
  "bad": "---",
  "says": "This page does not begin with its facts. Put a line --- on top, title and description below it, and a line --- after them."
 },
 "heading-order": {
  "bad": "### Closing",
  "says": "The first heading has 3 signs #. Use ##: the title of the page is above it."
 },
 "ids-not-reused": {
  "bad": "- id: client-confirmed",
  "says": "An item \"client-confirmed\" was retired before (The client confirmed the work in writing). Give the new one an id of its own."
 },
 "image-described": {
  "bad": "![](/rack.png)",
  "says": "This picture has no description. Write what it shows between the square brackets: ![what it shows](...)."
 },
 "item-answered": {
  "bad": "docs-found: open",
  "says": "\"Support found the documentation unaided\" is open. Support answers it.",
  "good": "docs-found: { done: 2026-11-05, by: jkim }"
 },
 "item-applies": {
  "bad": "restore-tested: { done: 2026-11-03, by: tlee, date: 2026-11-02 }",
  "says": "\"A restore from the new backup was tested\" does not apply to this project: server is false. Delete the line, or correct the kinds."
 },
 "kinds-answered": {
  "bad": "kinds: { new-network: true }",
  "says": "\"server\" is not answered: Did we install or replace a server? Add \"server: true\" or \"server: false\".",
  "good": "kinds: { new-network: true, server: false }"
 },
 "kinds-kept": {
  "bad": "kinds: { new-network: false, server: true }",
  "says": "This change closes or finishes the run and sets new-network to false, so 2 items no longer apply: \"The network diagram shows what was built\" and \"The circuit's account number is on record\". Set it back and answer what it asks, or say why in a line of its own: reason: ..."
 },
 "known-checklist": {
  "bad": "checklist: project-closout@1.1.0",
  "says": "There is no released checklist \"project-closout\". Did you mean \"project-closeout\"?",
  "good": "checklist: project-closeout@1.1.0"
 },
 "known-component": {
  "bad": "<Say to=\"customer\">",
  "says": "<Say> has no \"to\". Delete it."
 },
 "known-customer": {
  "bad": "customer: contoso",
  "says": "This run names the customer \"contoso\" but lies in the folder of \"northwind\". Make the two agree.",
  "good": "customer: northwind"
 },
 "known-item": {
  "bad": "printers-docs: { done: 2026-11-03, by: mpatel, note: Two floor printers in the asset list }",
  "says": "project-closeout@1.1.0 has no item \"printers-docs\". Did you mean \"printer-docs\"?"
 },
 "known-key": {
  "bad": "- { id: tlee, name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }], fone: \"+1 555 0142\" }",
  "says": "\"fone\" is not a key that belongs here. Known are: id, name, roles, phone, account, email.",
  "good": "- { id: tlee, name: Tess Lee, roles: [{ role: lead, from: 2024-02-01 }], phone: \"+1 555 0142\" }"
 },
 "known-kind": {
  "bad": "when: { any: [printers] }",
  "says": "\"printers\" is not a kind of this checklist. Kinds are: new-network.",
  "good": "when: { none: [new-network] }"
 },
 "known-link": {
  "bad": "[office]: /playbooks/opening-an-office/",
  "says": "There is no page /playbooks/opening-an-office/ in this site."
 },
 "known-person": {
  "bad": "lead: tele",
  "says": "Nobody in records/people.yaml has the id \"tele\". Did you mean \"tlee\"?",
  "good": "lead: tlee"
 },
 "known-playbook": {
  "bad": "how: playbooks/labelling",
  "says": "There is no page \"playbooks/labelling\" under site/content. Write it first, or delete the line.",
  "good": "how: playbooks/handing-over-a-project"
 },
 "known-process": {
  "bad": "walker: skimm",
  "says": "\"skimm\" is nobody in records/people.yaml. Did you mean \"skim\"?",
  "good": "walker: gone"
 },
 "known-release": {
  "bad": "checklist: project-closeout@1.2.0",
  "says": "\"project-closeout\" has no release 1.2.0. Pin the run to project-closeout@1.1.0; released are: 1.1.0, 1.0.0.",
  "good": "checklist: project-closeout@1.1.0"
 },
 "modeline-fits": {
  "bad": "# yaml-language-server: $schema=schemas/runs/project-closeout@1.1.0.schema.json",
  "says": "Editors find no schema at schemas/runs/project-closeout@1.1.0.schema.json. It is at ../../../../schemas/runs/project-closeout@1.1.0.schema.json."
 },
 "more-than-one-walker": {
  "bad": "- { id: hand-over, title: Hand over a project, document: playbooks/handing-over-a-project, walk-every: 90 }",
  "says": "Nobody has followed \"Hand over a project\" to its end. Mend its document first, then let two people walk it."
 },
 "must-items-few": {
  "bad": "sections:",
  "says": "46 items can apply to one project; at most 45 are read. Retire the ones that never found anything, or tie them to kinds."
 },
 "na-allowed": {
  "bad": "admin-vaulted: { na: The customer keeps the passwords, by: tlee }",
  "says": "\"Every admin account is in the vault\" cannot be not applicable. Do it, or have it waived.",
  "good": "admin-vaulted: { done: 2026-11-03, by: tlee, vault: Northwind/Dock Street }"
 },
 "na-explained": {
  "bad": "rack-photo: { na: n/a, by: tlee }",
  "says": "\"n/a\" does not say why \"A photo of the rack is on file\" is not applicable. Say what is different here, for example \"The customer has no server room\".",
  "good": "rack-photo: { na: The switches stand on a shelf and there is no rack, by: tlee }"
 },
 "named-by-id": {
  "bad": "id: outage-first-word",
  "says": "The id is \"outage-first-word\", but the file is called outage-acknowledge. Make them the same.",
  "good": "id: outage-acknowledge"
 },
 "names-nobody": {
  "bad": "title: How Patel forgot the monitor",
  "says": "\"Patel\" is a person. Write what was done, not who did it.",
  "good": "title: Leaving a site"
 },
 "next-update-given": {
  "bad": "next-update: { type: duration, ask: What is it?, example: 30 minutes }",
  "says": "next-update is a time, not a duration. Write type: time.",
  "good": "next-update: { type: time, ask: What is it?, example: 3 pm }"
 },
 "no-aliases": {
  "bad": "impact: **Phones** move to the new circuit.",
  "says": "\"**Phones**\" repeats another place of the file. Write the value out; put the text in quotes if the * belongs to it.",
  "good": "impact: \"**Phones** move, 12 * 2 lines\""
 },
 "no-anchors": {
  "bad": "lead: &tess tlee",
  "says": "\"&tess\" names this place so that it can be repeated elsewhere. Delete it; put the text in quotes if the & belongs to it."
 },
 "no-control-characters": {
  "bad": "impact: \"The share moves to C:\\files.\"",
  "says": "\\f in double quotes stands for an invisible control character (U+000C). Put the text in single quotes if it means the backslash, or delete it.",
  "good": "impact: \"Phones move at noon.\\n\\tInternet moves at six.\""
 },
 "no-directives": {
  "bad": "%YAML 1.2",
  "says": "A line that starts with % is an instruction to the YAML reader. Delete it."
 },
 "no-invisible-characters": {
  "bad": "impact: \"Phones move \\u202eretal to the new circuit.\"",
  "says": "\\u202e in double quotes stands for an invisible character (U+202E). Put the text in single quotes if it means the backslash, or delete it.",
  "good": "impact: Café Nord, מוקד and 東京 get new phones."
 },
 "no-merge-keys": {
  "bad": "rack-photo: { <<: { done: 2026-10-30 }, by: tlee }",
  "says": "\"<<\" merges another group in. Write its keys out here.",
  "good": "rack-photo: { done: 2026-10-08, by: tlee, file: evidence/rack.txt }"
 },
 "no-placeholder": {
  "bad": "customer: todo",
  "says": "\"todo\" looks like a placeholder. Write what is true, or delete the line.",
  "good": "customer: northwind"
 },
 "no-rubber-stamp": {
  "bad": "docs-found: { done: 2026-10-22, by: jkim, ticket: T20261022.0014 }",
  "says": "5 items give the same ticket as evidence: docs-found, admin-vaulted, agents-counted, client-confirmed, printer-docs. Give each its own, so that one can see each was looked at."
 },
 "no-secret": {
  "bad": "circuit-recorded: { done: 2026-10-29, by: tlee, note: \"Backup bucket, key ********************\" }",
  "says": "This is an AWS access key. Change it now where it is used, take it out of this file, and write where it stands in the vault instead. Deleting the line is not enough: it stays in the history."
 },
 "no-tags": {
  "bad": "impact: !important Phones move to the new circuit.",
  "says": "\"!important\" gives this value a type. Delete it; put the text in quotes if the ! belongs to it.",
  "good": "impact: \"!important: phones move!\""
 },
 "not-in-future": {
  "bad": "admin-vaulted: { done: 2026-11-10, by: tlee, vault: Northwind/Dock Street }",
  "says": "\"Every admin account is in the vault\" is marked done on 2026-11-10, but today is 2026-11-06. Mark it done on the day it is."
 },
 "one-document": {
  "bad": "---",
  "says": "A second document starts here. Put it in a file of its own, or delete the line ---."
 },
 "open-runs-affected": {
  "bad": "- id: cables-tidy",
  "says": "This adds one blocking item; 1 open run would need it after an upgrade: northwind/office-move."
 },
 "page-sections": {
  "bad": "title: The old mail monitor stayed on",
  "says": "This page lacks \"How it came about\". Its sections are, in this order: What happened, How it came about, What changes."
 },
 "page-small": {
  "bad": "---",
  "says": "This page has more than 500 braces. Cut it into several pages."
 },
 "phrase-examples": {
  "bad": "flag: [It should be fixed now., The scanner should work.]",
  "says": "\"should-be\" does not find this, and should. Widen find, or correct the example.",
  "good": "flag: [It should be fixed now., The scanner should be working.]"
 },
 "phrase-readable": {
  "bad": "find: [\"should be (fixed|working\"]",
  "says": "In \"should be (fixed|working\" a bracket is not closed, or brackets are nested too deep.",
  "good": "find: [\"should be (fixed|working)\"]"
 },
 "plain-keys": {
  "bad": "kinds: { [new-network]: true, server: false }",
  "says": "A \"?\", a list or a group stands here where a key should. Write a plain word and a colon.",
  "good": "kinds: { new-network: true, server: false }"
 },
 "policy-unchanged": {
  "bad": "state: closed",
  "says": "This change closes or finishes the run, and changes closeout.config.yaml, records/people.yaml and 2 more as well. Make two changes of it: the run is judged by what stands there without them."
 },
 "process-documented": {
  "bad": "- { id: hand-over, title: Hand over a project, document: playbooks/ordering, walk-every: 90 }",
  "says": "There is no page \"playbooks/ordering\" under site/content. Write it first: the process in steps that a stranger can follow.",
  "good": "- { id: hand-over, title: Hand over a project, document: docs/docs/gate, walk-every: 90 }"
 },
 "quoted-text": {
  "bad": "client-confirmed: { done: 2026-10-30, by: tlee, ticket: 20261030 }",
  "says": "20261030 is read as the number 20261030, not as text. Put it in quotes: \"20261030\".",
  "good": "client-confirmed: { done: 2026-10-14, by: tlee, ticket: T20261014.0003 }"
 },
 "reason-given": {
  "bad": "reason: dropped",
  "says": "\"dropped\" does not say why. One sentence about what happened is enough.",
  "good": "reason: No money was left for it."
 },
 "release-allowed": {
  "bad": "checklist: project-closeout@1.0.0",
  "says": "This run was pinned to project-closeout@1.1.0; a release is never lowered. Put project-closeout@1.1.0 back.",
  "good": "checklist: project-closeout@1.1.0"
 },
 "release-frozen": {
  "bad": "digest: \"sha256:e3bcae9ba65bbe63d93a2930a2261205b9fc4fe0095eb9f48c24158d9ee32e79\"",
  "says": "A living checklist has no digest. Delete the line; closeout release writes it into the release."
 },
 "required-key": {
  "bad": "rack-photo: { na: No rack was touched }",
  "says": "\"by\" is missing in \"rack-photo\". Add it, for example by: your-id.",
  "good": "rack-photo: { done: 2026-10-08, by: tlee, file: evidence/rack.txt }"
 },
 "retired-not-deleted": {
  "bad": "items:",
  "says": "\"The printers are documented\" (printer-docs) was deleted. Put it back, with the line retired: 2.0.0."
 },
 "review-current": {
  "bad": "reviewed: 2025-11-05",
  "says": "The next review was due on 2026-11-05, a day ago. Read it, correct what changed, and set reviewed to the day."
 },
 "right-role": {
  "bad": "docs-found: { done: 2026-04-01, by: gone }",
  "says": "Gary Oneal cannot answer \"Support found the documentation unaided\": it is support's item, and Gary Oneal was not in support on 2026-04-01. Jonah Kim could.",
  "good": "docs-found: { done: 2026-11-04, by: jkim }"
 },
 "run-behind": {
  "bad": "checklist: project-closeout@1.0.0",
  "says": "project-closeout@1.1.0 is out; this run is on 1.0.0. New for this project: \"The circuit's account number is on record\".",
  "good": "checklist: project-closeout@1.1.0"
 },
 "safe-link": {
  "bad": "[rack]: https://pictures.example/rack.png",
  "says": "A picture lies in the site itself: the page loads nothing from elsewhere. Put it into site/public and begin its address with /."
 },
 "signoff-fresh": {
  "bad": "seal: \"sha256:a5dd7187757c9154a4655634bdcec5be44eecd272640e42d99fd8b0270057a92\"",
  "says": "What Tess Lee signed for lead has changed since: \"agents-counted\". Have it signed again, or take the change back."
 },
 "signoff-in-order": {
  "bad": "date: 2026-10-22",
  "says": "This sign-off is dated 2026-10-22, but \"The client confirmed the work in writing\" was done on 2026-10-26. Sign anew, after the work."
 },
 "signoff-independent": {
  "bad": "by: osato",
  "says": "Olive Sato answered \"The client confirmed the work in writing\", an item of the lead's, so cannot sign for support. Somebody else of support has to."
 },
 "signoff-present": {
  "bad": "project: contoso/mail-move",
  "says": "This sign-off is for contoso/mail-move, not for contoso/printer-refresh. If the folder was renamed, name it back; otherwise delete this file and sign anew."
 },
 "slots-defined": {
  "bad": "We will update you by {next-update}, or sooner if {we know more.",
  "says": "A brace stands alone here. A slot is a name in braces, such as {next-update}."
 },
 "spaces-not-tabs": {
  "bad": "lead: tlee",
  "says": "This line is indented with a tab. Use spaces instead, two for each step."
 },
 "state-in-order": {
  "bad": "state: active",
  "says": "This takes the run back from closing to active. Say why in a line of its own: reason: ..."
 },
 "support-signs": {
  "bad": "- { phase: closing, role: support }",
  "says": "Support's closing sign-off is not independent, so the lead could give it. Add independent: true.",
  "good": "- { phase: closing, role: support, independent: true }"
 },
 "suppression-explained": {
  "bad": "# closeout-ignore value-form: the id is theirs",
  "says": "value-form cannot be silenced: others rely on it. Mend what it found, and delete this comment."
 },
 "suppression-used": {
  "bad": "{/* closeout-ignore known-link: opens next week */}",
  "says": "There is nothing left here for known-link to find. Delete this comment."
 },
 "unique-item-ids": {
  "bad": "- { id: new-network, title: New wireless network, ask: Did we build a wireless network? }",
  "says": "The kind id \"new-network\" stands here a second time. Choose another; ids are never reused.",
  "good": "- { id: server, title: Server, ask: Did we install or replace a server? }"
 },
 "unique-keys": {
  "bad": "diagram-current: open",
  "says": "\"diagram-current\" stands here a second time; the first is in line 15. Keep one of the two."
 },
 "unique-psa-numbers": {
  "bad": "psa: \"1041\"",
  "says": "Project 1041 of the PSA is named by northwind/annex-move too, and only one run can be it. Correct the number, or delete it in one of the two.",
  "good": "psa: \"1042\""
 },
 "unique-record-ids": {
  "bad": "- { id: skim, name: Simone Kim, account: JKim-msp, roles: [{ role: manager, from: 2020-01-01 }] }",
  "says": "\"JKim-msp\" is the account of Jonah Kim already. One account is one person: correct one of the two, or delete the entry that is too many.",
  "good": "- { id: skim, name: Simone Kim, account: skim-msp, roles: [{ role: manager, from: 2020-01-01 }] }"
 },
 "update-explained": {
  "bad": "date: 2026-10-13",
  "says": "1.0.0 is dated 2026-10-13, after 1.1.0, which came later. Correct one of the two days.",
  "good": "date: 2026-10-12"
 },
 "valid-mdx": {
  "bad": "1. Write to {contact before you go.",
  "says": "A brace begins code in a page, and pages hold none. Delete it; for a plain { write &#123;."
 },
 "valid-yaml": {
  "bad": "touches: [phones, internet circuit}",
  "says": "A square bracket was opened before, but } stands here. Write ], or close what was opened first.",
  "good": "touches: [mail server, mailboxes]"
 },
 "value-form": {
  "bad": "rack-photo: { na: No rack was touched, by: Tess Lee }",
  "says": "\"Tess Lee\" does not fit \"by\". It should be the id of a person in records/people.yaml, in lower-case letters, such as tlee.",
  "good": "rack-photo: { done: 2026-10-08, by: tlee, file: evidence/rack.txt }"
 },
 "value-size": {
  "bad": "agents-counted: { done: 2026-10-30, by: tlee, count: -1 }",
  "says": "\"count\" must be 0 or more.",
  "good": "agents-counted: { done: 2026-10-30, by: tlee, count: 0 }"
 },
 "value-type": {
  "bad": "agents-counted: { done: 2026-10-30, by: tlee, count: 14 devices }",
  "says": "\"count\" should be a whole number, but the text \"14 devices\" stands here.",
  "good": "agents-counted: { done: 2026-10-09, by: mpatel, count: 14 }"
 },
 "version-bumped": {
  "bad": "version: 1.0.0",
  "says": "The newest release is 1.1.0, but this list stands at 1.0.0. Put version: 1.1.0 back; closeout release works the next one out."
 },
 "waiver-complete": {
  "bad": "until: 2026-10-10",
  "says": "\"The printers are documented\" is waived until 2026-10-10, but the project closes on 2026-11-13. A waiver reaches beyond closing: choose a later day, or do the item before.",
  "good": "until: 2026-12-15"
 },
 "waiver-current": {
  "bad": "until: 2026-11-02",
  "says": "The waiver of \"The printers are documented\" ran out on 2026-11-02, 4 days ago. Do the item, or have a new waiver approved."
 },
 "waiver-settled": {
  "bad": "printer-docs:",
  "says": "\"The printers are documented\" was settled by a new waiver, which is still open. Settle it before the run is finished."
 },
 "walkthrough-fresh": {
  "bad": "- { id: own-it, title: Own a mistake, document: mistakes/four-steps, walk-every: 90 }",
  "says": "Nobody has walked \"Own a mistake\" yet. Ask somebody from another area to follow its document to the end."
 },
 "walkthrough-told": {
  "bad": "followed-to-end: false",
  "says": "The walk did not get to the end. Say in first-failed which step of the document could not be followed."
 },
 "watch-ended": {
  "bad": "state: closed",
  "says": "The watch window ended on 2026-11-15, 21 days ago. Answer the watch items, sign, and set state: finished."
 }
};
