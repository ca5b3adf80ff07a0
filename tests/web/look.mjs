// Looks at every page as a browser shows it: light and dark, wide and narrow, and with room between the letters.
import { readFileSync } from "node:fs";
import { NARROW, WIDE, addressOf, complain, withBrowser } from "./browser.mjs";
import { require } from "./modules.mjs";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FINGER = 44; // pixels, what a finger hits without aiming; WCAG asks for 24
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"; // WCAG 1.4.12

const visit = async (context, page) => {
  const tab = await context.newPage();
  const own = addressOf(page);
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
    const heightOf = (element) => {
      const halo = getComputedStyle(element, "::after");
      const extra = halo.position === "absolute" ? -parseFloat(halo.top) - parseFloat(halo.bottom) : 0;
      return element.getBoundingClientRect().height + extra;
    };
    const standsAlone = (element) => element.matches("summary") || getComputedStyle(element).display !== "inline";
    return [...document.querySelectorAll("a, summary, input, button")]
      .filter((element) => element.checkVisibility() && standsAlone(element) && heightOf(element) < least - 0.5)
      .map((element) => `${Math.round(heightOf(element))} pixels high: ${element.outerHTML.slice(0, 120)}`);
  }, FINGER);

const LOOKS = [
  { name: "light and wide", colorScheme: "light", viewport: WIDE },
  { name: "dark and wide", colorScheme: "dark", viewport: WIDE },
  { name: "dark and narrow", colorScheme: "dark", viewport: NARROW },
  { name: "light and narrow", colorScheme: "light", viewport: NARROW },
];

// A page is opened once: a browser turns dark and narrow much faster than it opens.
const look = async (context, page) => {
  const { tab, said } = await visit(context, page);
  await tab.evaluate(AXE);
  for (const { name, colorScheme, viewport } of LOOKS) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize(viewport);
    complain("sideways", page, await overflowing(tab));
    complain("accessible", page, (await accessible(tab)).map((words) => `${name}: ${words}`));
  }
  complain("targets", page, await small(tab));
  await tab.addStyleTag({ content: SPACED });
  complain("spaced", page, await overflowing(tab));
  complain("quiet", page, said);
  await tab.close();
};

await withBrowser(async (browser, pages) => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const waiting = [...pages];
  const inTurn = async () => {
    while (waiting.length) await look(context, waiting.shift());
  };
  await Promise.all([inTurn(), inTurn()]); // a processor each
});
