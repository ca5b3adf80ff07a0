// Reads calendars with ical.js, the library of Thunderbird, and says what each tells a member's calendar program.
//
//   node calendars.mjs MODULES < calendars.json
//
// calendars.json is a list of whole calendars. For each the answer is a list of its events, or {error}.
import { readFileSync } from "node:fs";
import { require } from "./modules.mjs";

const ICAL = require("ical.js");
const NAMES = ["uid", "summary", "location", "description", "url", "sequence", "dtstamp", "dtstart", "dtend"];

// A day is "2026-12-03", a moment "2026-12-03T18:00:00Z".
const valueOf = (event, name) => event.getFirstPropertyValue(name)?.toString() ?? null;

const eventOf = (event) => Object.fromEntries(NAMES.map((name) => [name, valueOf(event, name)]));

const read = (text) => {
  try {
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map(eventOf);
  } catch (error) {
    return { error: error.message };
  }
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
