// Follows every link of a site to its own pages, from the pages given and on, and says which lead nowhere.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addressOf, complain, withBrowser } from "./browser.mjs";

const linksOf = (tab) =>
  tab.evaluate(() => ({
    links: [...document.querySelectorAll("a[href], link[href]")].map((link) => link.href),
    anchors: [...document.querySelectorAll("[id]")].map((one) => one.id),
  }));

const open = async (tab, address) => {
  const answer = await tab.goto(address).catch(() => null);
  return Boolean(answer) && answer.ok();
};

// What a browser would save rather than show is only asked for.
const isThere = async (tab, address) =>
  address.startsWith("file:") ? existsSync(fileURLToPath(address)) : (await tab.request.head(address)).ok();

await withBrowser(async (browser, starts) => {
  const tab = await browser.newPage();
  const home = addressOf(".");
  const waiting = starts.map(addressOf);
  const known = new Map(); // a page's anchors, by its address
  const leads = new Map(); // an address with its anchor, and the page that leads there
  for (let page = waiting.shift(); page; page = waiting.shift()) {
    if (known.has(page)) continue;
    if (!page.endsWith(".html")) {
      known.set(page, (await isThere(tab, page)) ? new Set() : null);
      continue;
    }
    if (!(await open(tab, page))) {
      known.set(page, null);
      continue;
    }
    const { links, anchors } = await linksOf(tab);
    known.set(page, new Set(anchors));
    for (const link of links.filter((address) => address.startsWith(home))) {
      leads.set(link, page);
      waiting.push(link.replace(/#.*/, ""));
    }
  }
  complain("dead ends", "", []);
  for (const [link, page] of leads) {
    const [address, anchor] = link.split("#");
    const anchors = known.get(address);
    if (!anchors) complain("dead ends", page.slice(home.length), [`${link} is not there`]);
    else if (anchor && !anchors.has(decodeURIComponent(anchor))) complain("dead ends", page.slice(home.length), [`${link} has no such place`]);
  }
  complain("followed", "", [String(leads.size)]);
});
