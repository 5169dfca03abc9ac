// Generated from schemas/ by `npm run generate`. Do not edit.
import * as formats from './formats.ts';
const pattern_0 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*@(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})$", 'u');
const pattern_1 = new RegExp("\\S", 'u');
const pattern_2 = new RegExp("^(?!(constructor|prototype)$)[a-z0-9]+(-[a-z0-9]+)*$", 'u');
const pattern_3 = new RegExp("^\\S+$", 'u');
const pattern_4 = new RegExp("^(?=\\S*[0-9])\\S{2,}$", 'u');
const pattern_5 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", 'u');
const pattern_6 = new RegExp("^https?://[^\\s<>\"]+$", 'u');
const pattern_7 = new RegExp("^evidence/[A-Za-z0-9][A-Za-z0-9._-]*$", 'u');
const pattern_8 = new RegExp("^[A-Za-z0-9][ ._/:#-]*[A-Za-z0-9][A-Za-z0-9 ._/:#-]*$", 'u');
const pattern_9 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", 'u');
const pattern_10 = new RegExp("^[0-9a-f]{8}$", 'u');
const pattern_11 = new RegExp("^sha256:[0-9a-f]{64}$", 'u');
function isGroup(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function all(list, fits) {
  for (let at = 0; at < list.length; at += 1) if (!fits(list[at])) return false;
  return true;
}
function is_release_ref(value) {
  return typeof value === 'string' && value.length <= 90 && pattern_0.test(value);
}
function is_line(value) {
  return typeof value === 'string' && value.length <= 500 && pattern_1.test(value);
}
function is_slug(value) {
  return typeof value === 'string' && value.length <= 64 && pattern_2.test(value);
}
function is_psa_id(value) {
  return typeof value === 'string' && value.length <= 60 && pattern_3.test(value);
}
function is_kinds(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(typeof each === 'boolean')) return false;
  }
  return count <= 30;
}
function is_day(value) {
  return typeof value === 'string' && formats.date(value);
}
function is_text(value) {
  return typeof value === 'string' && value.length <= 5000 && pattern_1.test(value);
}
function is_ticket(value) {
  return typeof value === 'string' && value.length <= 60 && pattern_4.test(value);
}
function is_known_issue(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "what": if (!(is_line(each))) return false; needed += 1; break;
      case "ticket": if (!(is_ticket(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_project(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "name": if (!(is_line(each))) return false; needed += 1; break;
      case "customer": if (!(is_slug(each))) return false; needed += 1; break;
      case "psa": if (!(is_psa_id(each))) return false; break;
      case "kinds": if (!(is_kinds(each))) return false; needed += 1; break;
      case "lead": if (!(is_slug(each))) return false; needed += 1; break;
      case "backup": if (!(is_slug(each))) return false; needed += 1; break;
      case "team": if (!(Array.isArray(each) && each.length <= 50 && all(each, is_slug))) return false; break;
      case "escalate": if (!(is_slug(each))) return false; needed += 1; break;
      case "started": if (!(is_day(each))) return false; needed += 1; break;
      case "closes": if (!(is_day(each))) return false; needed += 1; break;
      case "touches": if (!(Array.isArray(each) && each.length >= 1 && each.length <= 50 && all(each, is_line))) return false; needed += 1; break;
      case "impact": if (!(is_text(each))) return false; needed += 1; break;
      case "unrelated": if (!(is_text(each))) return false; break;
      case "known-issues": if (!(Array.isArray(each) && each.length <= 50 && all(each, is_known_issue))) return false; break;
      default: return false;
    }
  }
  return needed === 10;
}
function is_time(value) {
  return typeof value === 'string' && pattern_5.test(value);
}
function is_engagement(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "time": if (!(is_time(each))) return false; break;
      case "site": if (!(is_slug(each))) return false; break;
      case "what": if (!(is_line(each))) return false; needed += 1; break;
      case "impact": if (!(is_line(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 3;
}
function is_link(value) {
  return typeof value === 'string' && value.length <= 2000 && pattern_6.test(value);
}
function is_evidence_path(value) {
  return typeof value === 'string' && value.length <= 200 && pattern_7.test(value);
}
function is_vault(value) {
  return typeof value === 'string' && value.length <= 200 && pattern_8.test(value);
}
function is_done_answer(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "done": if (!(is_day(each))) return false; needed += 1; break;
      case "by": if (!(is_slug(each))) return false; needed += 1; break;
      case "note": if (!(is_text(each))) return false; break;
      case "link": if (!(is_link(each))) return false; break;
      case "ticket": if (!(is_ticket(each))) return false; break;
      case "date": if (!(is_day(each))) return false; break;
      case "count": if (!(Number.isInteger(each) && each >= 0 && each <= 1000000)) return false; break;
      case "file": if (!(is_evidence_path(each))) return false; break;
      case "vault": if (!(is_vault(each))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_na_answer(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "na": if (!(is_text(each))) return false; needed += 1; break;
      case "by": if (!(is_slug(each))) return false; needed += 1; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_waived_answer(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "waived": if (!(is_text(each))) return false; needed += 1; break;
      case "by": if (!(is_slug(each))) return false; needed += 1; break;
      case "approved": if (!(is_slug(each))) return false; break;
      case "until": if (!(is_day(each))) return false; break;
      case "ticket": if (!(is_ticket(each))) return false; break;
      default: return false;
    }
  }
  return needed === 2;
}
function is_answer(value) {
  return (isGroup(value) ? (isGroup(value) && value["done"] !== undefined ? is_done_answer(value) : (isGroup(value) && value["na"] !== undefined ? is_na_answer(value) : (isGroup(value) && value["waived"] !== undefined ? is_waived_answer(value) : (value === "open")))) : (value === "open"));
}
function is_answers(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(is_answer(each))) return false;
  }
  return count <= 300;
}
function is_settled(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(is_answer(each))) return false;
  }
  return count <= 300;
}
function is_run(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "checklist": if (!(is_release_ref(each))) return false; needed += 1; break;
      case "project": if (!(is_project(each))) return false; needed += 1; break;
      case "engagements": if (!(Array.isArray(each) && each.length <= 200 && all(each, is_engagement))) return false; break;
      case "state": if (!((each === "planned" || each === "active" || each === "paused" || each === "closing" || each === "closed" || each === "finished" || each === "cancelled"))) return false; needed += 1; break;
      case "answers": if (!(is_answers(each))) return false; needed += 1; break;
      case "settled": if (!(is_settled(each))) return false; break;
      case "update": if (!(is_text(each))) return false; break;
      case "reason": if (!(is_text(each))) return false; break;
      default: return false;
    }
  }
  return needed === 4;
}
function is_project_ref(value) {
  return typeof value === 'string' && value.length <= 140 && pattern_9.test(value);
}
function is_digest8(value) {
  return typeof value === 'string' && pattern_10.test(value);
}
function is_covers(value) {
  if (!isGroup(value)) return false;
  let count = 0;
  for (const key in value) {
    const each = value[key];
    count += 1;
    if (!(is_digest8(each))) return false;
  }
  return count <= 400;
}
function is_seal(value) {
  return typeof value === 'string' && pattern_11.test(value);
}
function is_signoff(value) {
  if (!isGroup(value)) return false;
  let needed = 0;
  for (const key in value) {
    const each = value[key];
    switch (key) {
      case "checklist": if (!(is_release_ref(each))) return false; needed += 1; break;
      case "project": if (!(is_project_ref(each))) return false; needed += 1; break;
      case "phase": if (!(is_slug(each))) return false; needed += 1; break;
      case "role": if (!(is_slug(each))) return false; needed += 1; break;
      case "by": if (!(is_slug(each))) return false; needed += 1; break;
      case "date": if (!(is_day(each))) return false; needed += 1; break;
      case "meaning": if (!(is_text(each))) return false; needed += 1; break;
      case "covers": if (!(is_covers(each))) return false; break;
      case "seal": if (!(is_seal(each))) return false; break;
      default: return false;
    }
  }
  return needed === 7;
}
export const fits = {
  run: is_run,
  signoff: is_signoff,
};
