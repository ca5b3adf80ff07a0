// Says what members' mail programs do not know, or not wholly, of what mails are made of, by the data of caniemail.com.
//
//   node mails.mjs MODULES < mails.json
//
// mails.json is a list of pages of HTML. For each the answer is {feature: {program: "none" or "partial"}}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { require } from "./modules.mjs";

const { caniemail } = await import(pathToFileURL(require.resolve("caniemail")));
const PROGRAMS = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*", "samsung-email.*"];

const findingsOf = (html) => {
  const { errors, warnings } = caniemail({ clients: PROGRAMS, html }).issues;
  const findings = {};
  for (const [program, issues] of [...warnings, ...errors]) {
    for (const { title, support } of issues) (findings[title] ??= {})[program] = support;
  }
  return findings;
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(findingsOf)));
