// Generated from schemas/ by `npm run generate`. Do not edit.
import * as formats from './formats.ts';
const pattern_0 = new RegExp("\\S", 'u');
const pattern_1 = new RegExp("^([0-9a-f]{40}|[0-9a-f]{64})$", 'u');
const pattern_2 = new RegExp("^(?!(constructor|prototype)$)[a-z0-9]+(-[a-z0-9]+)*$", 'u');
const pattern_3 = new RegExp("^(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})$", 'u');
const pattern_4 = new RegExp("^(?=\\S*[0-9])\\S{2,}$", 'u');
const pattern_5 = new RegExp("^(?!(checklist|project|kinds|team|before|constructor|prototype)$)[a-z0-9]+(-[a-z0-9]+)*$", 'u');
const pattern_6 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", 'u');
const pattern_7 = new RegExp("^sha256:[0-9a-f]{64}$", 'u');
const pattern_8 = new RegExp("^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$", 'u');
const pattern_9 = new RegExp("^https?://[^\\s<>\"]+$", 'u');
const pattern_10 = new RegExp("^\\+?[0-9][0-9 ().x-]{4,30}$", 'u');
const pattern_11 = new RegExp("^[a-z]+(-[a-z]+)*$", 'u');
const pattern_12 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", 'u');
function isGroup(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function all(list, fits) {
  for (let at = 0; at < list.length; at += 1) if (!fits(list[at])) return false;
  return true;
}
function is_line(value) {
  return typeof value === 'string' && value.length <= 500 && pattern_0.test(value);
}
function is_approval(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "account": if (!(is_line(each))) return false; needed += 1; break;
      case "commit": if (!(typeof each === 'string' && pattern_1.test(each))) return false; needed += 1; break;
      case "state": if (!((each === "approved" || each === "dismissed" || each === "changes-requested" || each === "commented" || each === "pending"))) return false; needed += 1; break;
      case "at": if (!(typeof each === 'string' && each.length <= 40)) return false; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_approvals(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "format": if (!(each === "closeout-approvals")) return false; needed += 1; break;
      case "version": if (!(each === 1)) return false; needed += 1; break;
      case "approvals": if (!(Array.isArray(each) && each.length <= 10000 && all(each, is_approval))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_slug(value) {
  return typeof value === 'string' && value.length <= 64 && pattern_2.test(value);
}
function is_version(value) {
  return typeof value === 'string' && pattern_3.test(value);
}
function is_kind(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "ask": if (!(is_line(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_day(value) {
  return typeof value === 'string' && formats.date(value);
}
function is_text(value) {
  return typeof value === 'string' && value.length <= 5000 && pattern_0.test(value);
}
function is_ticket(value) {
  return typeof value === 'string' && value.length <= 60 && pattern_4.test(value);
}
function is_change(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "version": if (!(is_version(each))) return false; needed += 1; break;
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "why": if (!(is_text(each))) return false; needed += 1; break;
      case "ticket": if (!(is_ticket(each))) return false; break;
      case "previous-closes-until": if (!(is_day(each))) return false; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_asked_signoff(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "phase": if (!(is_slug(each))) return false; needed += 1; break;
      case "role": if (!(is_slug(each))) return false; needed += 1; break;
      case "independent": if (!(typeof each === 'boolean')) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_item_id(value) {
  return typeof value === 'string' && value.length <= 64 && pattern_5.test(value);
}
function is_kind_ids(value) {
  return Array.isArray(value) && value.length >= 1 && value.length <= 30 && all(value, is_slug);
}
function is_when(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    switch (key) {
      case "any": if (!(is_kind_ids(each))) return false; break;
      case "all": if (!(is_kind_ids(each))) return false; break;
      case "none": if (!(is_kind_ids(each))) return false; break;
      default: return false;
    }
  }
  return count >= 1;
}
function is_page_ref(value) {
  return typeof value === 'string' && value.length <= 140 && pattern_6.test(value);
}
function is_origin(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "ticket": if (!(is_ticket(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_item(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_item_id(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "level": if (!((each === "must" || each === "should" || each === "may"))) return false; needed += 1; break;
      case "phase": if (!(is_slug(each))) return false; needed += 1; break;
      case "by": if (!((each === "lead" || each === "support" || each === "either"))) return false; needed += 1; break;
      case "evidence": if (!((each === "none" || each === "note" || each === "link" || each === "ticket" || each === "date" || each === "count" || each === "file" || each === "vault"))) return false; needed += 1; break;
      case "na": if (!((each === "with-reason" || each === "never"))) return false; needed += 1; break;
      case "when": if (!(is_when(each))) return false; break;
      case "how": if (!(is_page_ref(each))) return false; break;
      case "why": if (!(is_text(each))) return false; break;
      case "origin": if (!(is_origin(each))) return false; break;
      case "retired": if (!(is_version(each))) return false; break;
      default: return false;
    }
  }
  return needed === 7;
}
function is_section(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "items": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 100 && all(each, is_item))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_seal(value) {
  return typeof value === 'string' && pattern_7.test(value);
}
function is_checklist(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "version": if (!(is_version(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "owner": if (!(is_slug(each))) return false; needed += 1; break;
      case "subject": if (!((each === "project" || each === "visit" || each === "process" || each === "mistake"))) return false; needed += 1; break;
      case "phases": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 8 && all(each, is_slug))) return false; needed += 1; break;
      case "watch": if (!(Number.isInteger(each) && each >= 1 && each <= 365)) return false; break;
      case "kinds": if (!(Array.isArray(each) && each.length <= 30 && all(each, is_kind))) return false; break;
      case "changes": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 500 && all(each, is_change))) return false; needed += 1; break;
      case "signoffs": if (!(Array.isArray(each) && each.length <= 10 && all(each, is_asked_signoff))) return false; break;
      case "sections": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 30 && all(each, is_section))) return false; needed += 1; break;
      case "digest": if (!(is_seal(each))) return false; break;
      default: return false;
    }
  }
  return needed === 8;
}
function is_zone(value) {
  return typeof value === 'string' && value.length <= 60 && pattern_8.test(value);
}
function is_link(value) {
  return typeof value === 'string' && value.length <= 2000 && pattern_9.test(value);
}
function is_assurance(value) {
  if (!isGroup(value)) return false;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "closing": if (!((each === "declared" || each === "sealed" || each === "approved"))) return false; break;
      default: return false;
    }
  }
  return true;
}
function is_severities(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!((each === "error" || each === "warning" || each === "info"))) return false;
  }
  return count <= 100;
}
function is_minutes(value) {
  return Number.isInteger(value) && value >= 1 && value <= 44640;
}
function is_updates(value) {
  if (!isGroup(value)) return false;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "first": if (!(is_minutes(each))) return false; break;
      case "every": if (!(is_minutes(each))) return false; break;
      case "long-running": if (!(is_minutes(each))) return false; break;
      case "fix-time": if (!((each === "allow" || each === "warn" || each === "forbid"))) return false; break;
      default: return false;
    }
  }
  return true;
}
function is_process(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "document": if (!(is_line(each))) return false; needed += 1; break;
      case "walk-every": if (!(Number.isInteger(each) && each >= 1 && each <= 3650)) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 4;
}
function is_columns(value) {
  if (!isGroup(value)) return false;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_line(each))) return false; break;
      case "name": if (!(is_line(each))) return false; break;
      case "customer": if (!(is_line(each))) return false; break;
      case "status": if (!(is_line(each))) return false; break;
      case "started": if (!(is_line(each))) return false; break;
      case "due": if (!(is_line(each))) return false; break;
      case "closed": if (!(is_line(each))) return false; break;
      default: return false;
    }
  }
  return true;
}
function is_statuses(value) {
  return Array.isArray(value) && value.length <= 50 && all(value, is_line);
}
function is_psa(value) {
  if (!isGroup(value)) return false;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "columns": if (!(is_columns(each))) return false; break;
      case "closed": if (!(is_statuses(each))) return false; break;
      case "open": if (!(is_statuses(each))) return false; break;
      case "cancelled": if (!(is_statuses(each))) return false; break;
      case "ignore": if (!(is_statuses(each))) return false; break;
      case "since": if (!(is_day(each))) return false; break;
      case "dates": if (!((each === "mdy" || each === "dmy" || each === "ymd"))) return false; break;
      case "delimiter": if (!((each === "auto" || each === "comma" || each === "semicolon" || each === "tab" || each === "pipe"))) return false; break;
      default: return false;
    }
  }
  return true;
}
function is_config(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "organisation": if (!(is_line(each))) return false; needed += 1; break;
      case "zone": if (!(is_zone(each))) return false; needed += 1; break;
      case "repository": if (!(is_link(each))) return false; break;
      case "site": if (!(is_link(each))) return false; break;
      case "audience": if (!((each === "internal" || each === "public"))) return false; break;
      case "today": if (!(is_day(each))) return false; break;
      case "assurance": if (!(is_assurance(each))) return false; break;
      case "severities": if (!(is_severities(each))) return false; break;
      case "updates": if (!(is_updates(each))) return false; break;
      case "processes": if (!(Array.isArray(each) && each.length <= 100 && all(each, is_process))) return false; break;
      case "psa": if (!(is_psa(each))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_contact(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "name": if (!(is_line(each))) return false; needed += 1; break;
      case "role": if (!(is_line(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_site(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "name": if (!(is_line(each))) return false; needed += 1; break;
      case "zone": if (!(is_zone(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_customer(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "name": if (!(is_line(each))) return false; needed += 1; break;
      case "aliases": if (!(Array.isArray(each) && each.length <= 30 && all(each, is_line))) return false; break;
      case "contacts": if (!(Array.isArray(each) && each.length <= 50 && all(each, is_contact))) return false; break;
      case "sites": if (!(Array.isArray(each) && each.length <= 500 && all(each, is_site))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_customers(value) {
  return Array.isArray(value) && value.length <= 5000 && all(value, is_customer);
}
function is_sidebar(value) {
  if (!isGroup(value)) return false;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "order": if (!(Number.isInteger(each) && each >= 0 && each <= 1000)) return false; break;
      case "label": if (!(is_line(each))) return false; break;
      default: return false;
    }
  }
  return true;
}
function is_doc(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "description": if (!(is_line(each))) return false; needed += 1; break;
      case "sidebar": if (!(is_sidebar(each))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_review_every(value) {
  return Number.isInteger(value) && value >= 1 && value <= 3650;
}
function is_audience(value) {
  return (value === "tech" || value === "lead" || value === "receiver" || value === "manager" || value === "editor");
}
function is_page(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "description": if (!(is_line(each))) return false; needed += 1; break;
      case "version": if (!(is_version(each))) return false; needed += 1; break;
      case "owner": if (!(is_slug(each))) return false; needed += 1; break;
      case "reviewed": if (!(is_day(each))) return false; needed += 1; break;
      case "review-every": if (!(is_review_every(each))) return false; break;
      case "audience": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 5 && all(each, is_audience))) return false; needed += 1; break;
      case "kind": if (!((each === "guide" || each === "process-change"))) return false; break;
      case "process": if (!(is_slug(each))) return false; break;
      case "date": if (!(is_day(each))) return false; break;
      default: return false;
    }
  }
  return needed === 6;
}
function is_held_role(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "role": if (!(is_slug(each))) return false; needed += 1; break;
      case "from": if (!(is_day(each))) return false; needed += 1; break;
      case "to": if (!(is_day(each))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_phone(value) {
  return typeof value === 'string' && pattern_10.test(value);
}
function is_person(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "name": if (!(is_line(each))) return false; needed += 1; break;
      case "roles": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 30 && all(each, is_held_role))) return false; needed += 1; break;
      case "phone": if (!(is_phone(each))) return false; break;
      case "account": if (!(is_line(each))) return false; break;
      case "email": if (!(is_line(each))) return false; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_people(value) {
  return Array.isArray(value) && value.length <= 2000 && all(value, is_person);
}
function is_pattern(value) {
  return typeof value === 'string' && value.length <= 300 && pattern_0.test(value);
}
function is_lists(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(pattern_11.test(key) && Array.isArray(each) && each.length >= 1 && each.length <= 300 && all(each, is_pattern))) return false;
  }
  return count <= 30;
}
function is_audience_48(value) {
  return (value === "customer" || value === "internal" || value === "note");
}
function is_when_49(value) {
  return (value === "no-next-update" || value === "first-word");
}
function is_example(value) {
  return typeof value === 'string' && value.length <= 600 && pattern_0.test(value);
}
function is_phrase_rule(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "say": if (!(is_line(each))) return false; needed += 1; break;
      case "why": if (!(is_line(each))) return false; needed += 1; break;
      case "severity": if (!((each === "error" || each === "warning" || each === "info"))) return false; needed += 1; break;
      case "audience": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 3 && all(each, is_audience_48))) return false; needed += 1; break;
      case "find": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 60 && all(each, is_pattern))) return false; needed += 1; break;
      case "unless": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 60 && all(each, is_pattern))) return false; break;
      case "when": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 2 && all(each, is_when_49))) return false; break;
      case "policy": if (!((each === "fix-time" || each === "cadence"))) return false; break;
      case "replace": if (!(is_line(each))) return false; break;
      case "flag": if (!(Array.isArray(each) && each.length >= 2 && each.length <= 20 && all(each, is_example))) return false; needed += 1; break;
      case "pass": if (!(Array.isArray(each) && each.length >= 2 && each.length <= 20 && all(each, is_example))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 9;
}
function is_phrases(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "why": if (!(is_line(each))) return false; needed += 1; break;
      case "lists": if (!(is_lists(each))) return false; break;
      case "rules": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 100 && all(each, is_phrase_rule))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 4;
}
function is_slot(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "type": if (!((each === "time" || each === "text" || each === "person" || each === "duration"))) return false; needed += 1; break;
      case "ask": if (!(is_line(each))) return false; needed += 1; break;
      case "example": if (!(is_line(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_slots(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(pattern_12.test(key) && is_slot(each))) return false;
  }
  return count <= 30;
}
function is_update_change(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "version": if (!(is_version(each))) return false; needed += 1; break;
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "why": if (!(is_text(each))) return false; needed += 1; break;
      case "ticket": if (!(is_ticket(each))) return false; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_update(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "id": if (!(is_slug(each))) return false; needed += 1; break;
      case "version": if (!(is_version(each))) return false; needed += 1; break;
      case "title": if (!(is_line(each))) return false; needed += 1; break;
      case "situation": if (!((each === "outage" || each === "project" || each === "security" || each === "vendor" || each === "billing" || each === "appointment" || each === "planned-work" || each === "on-site"))) return false; needed += 1; break;
      case "stage": if (!((each === "acknowledge" || each === "scope" || each === "update" || each === "long-running" || each === "resolved"))) return false; needed += 1; break;
      case "audience": if (!((each === "customer" || each === "internal"))) return false; needed += 1; break;
      case "owner": if (!(is_slug(each))) return false; needed += 1; break;
      case "reviewed": if (!(is_day(each))) return false; needed += 1; break;
      case "review-every": if (!(is_review_every(each))) return false; break;
      case "use": if (!(is_line(each))) return false; needed += 1; break;
      case "tone": if (!(is_line(each))) return false; break;
      case "slots": if (!(is_slots(each))) return false; break;
      case "subject": if (!(is_line(each))) return false; needed += 1; break;
      case "body": if (!(is_text(each))) return false; needed += 1; break;
      case "changes": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 500 && all(each, is_update_change))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 12;
}
function is_walkthrough(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "process": if (!(is_slug(each))) return false; needed += 1; break;
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "walker": if (!(is_slug(each))) return false; needed += 1; break;
      case "outside-own-area": if (!(typeof each === 'boolean')) return false; needed += 1; break;
      case "followed-to-end": if (!(typeof each === 'boolean')) return false; needed += 1; break;
      case "first-failed": if (!(is_text(each))) return false; break;
      case "findings": if (!(Array.isArray(each) && each.length <= 100 && all(each, is_text))) return false; break;
      default: return false;
    }
  }
  return needed === 5;
}
export const fits = {
  approvals: is_approvals,
  checklist: is_checklist,
  config: is_config,
  customers: is_customers,
  doc: is_doc,
  page: is_page,
  people: is_people,
  phrases: is_phrases,
  update: is_update,
  walkthrough: is_walkthrough,
};
