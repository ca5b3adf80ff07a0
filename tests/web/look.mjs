// Looks at every page of a site as a browser shows it, and says in JSON what is wrong.
//
//   node look.mjs MODULES SITE CHROMIUM < pages.json
//
// MODULES is the folder with the checkers, SITE the one with the pages, and pages.json a list of paths within it.
// The answer is {gate: {page: [complaint]}}; a gate that no page fails is there and empty.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, site, executablePath] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(resolve(modules), "here")));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const WIDE = { width: 1200, height: 900 };
const NARROW = { width: 320, height: 640 };
const FINGER = 44; // pixels, what a finger hits without aiming; WCAG asks for 24

const complaints = {};

const complain = (gate, page, words) => {
  complaints[gate] ??= {};
  if (words.length) (complaints[gate][page] ??= []).push(...words);
};

const visit = async (context, page) => {
  const tab = await context.newPage();
  const own = pathToFileURL(join(site, page)).href;
  const said = [];
  tab.on("request", (request) => {
    const address = request.url();
    if (address !== own && !address.startsWith("data:")) said.push(`asks for ${address}`);
  });
  tab.on("console", (message) => said.push(`console: ${message.text().slice(0, 200)}`));
  tab.on("pageerror", (error) => said.push(`error: ${error.message}`));
  tab.on("dialog", (dialog) => said.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  await tab.goto(own);
  return { tab, said };
};

const accessible = async (tab) => {
  await tab.evaluate(AXE);
  const options = { runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"] };
  const { violations } = await tab.evaluate((options) => axe.run(document, options), options);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}, ${nodes.length} times, at ${nodes[0].html.slice(0, 160)}`);
};

const overflowing = (tab) =>
  tab.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    return wide > innerWidth ? [`${wide} pixels wide in a window of ${innerWidth}`] : [];
  });

const small = (tab) =>
  tab.evaluate((least) => {
    const grown = (element) => {
      const { width, height } = element.getBoundingClientRect();
      const halo = getComputedStyle(element, "::after");
      const extra = halo.position === "absolute" ? -parseFloat(halo.top) - parseFloat(halo.bottom) : 0;
      return { width, height: height + extra };
    };
    const alone = [...document.querySelectorAll("a, summary, input, button")].filter(
      (element) => element.checkVisibility() && getComputedStyle(element).display !== "inline",
    );
    return [...alone, ...document.querySelectorAll("summary")]
      .filter((element) => element.checkVisibility() && grown(element).height < least - 0.5)
      .map((element) => `${Math.round(grown(element).height)} pixels high: ${element.outerHTML.slice(0, 120)}`);
  }, FINGER);

const LOOKS = [
  { name: "light and wide", colorScheme: "light", viewport: WIDE },
  { name: "dark and wide", colorScheme: "dark", viewport: WIDE },
  { name: "light and narrow", colorScheme: "light", viewport: NARROW },
  { name: "dark and narrow", colorScheme: "dark", viewport: NARROW },
];

const look = async (browser, pages, { name, ...options }) => {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  for (const page of pages) {
    const { tab, said } = await visit(context, page);
    complain("quiet", page, said);
    complain("sideways", page, await overflowing(tab));
    if (options.viewport === NARROW) complain("targets", page, await small(tab));
    const started = performance.now();
    complain("accessible", page, (await accessible(tab)).map((words) => `${name}: ${words}`));
    if (process.env.TIMES) console.error(name, page, Math.round(performance.now() - started));
    await tab.close();
  }
  await context.close();
};

const pages = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  for (const options of LOOKS) await look(browser, pages, options);
} finally {
  await browser.close();
}
console.log(JSON.stringify(complaints));
