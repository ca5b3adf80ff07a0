// What the scripts that look at pages have in common: a browser, a site to look at, and a list of what is wrong.
//
//   node SCRIPT MODULES SITE CHROMIUM < pages.json
//
// MODULES is the folder with the checkers, SITE the address of the pages, and pages.json a list of paths within it.
// The answer is {gate: {page: [complaint]}}; a gate that no page fails is there and empty.
import { readFileSync } from "node:fs";
import { require } from "./modules.mjs";

const [site, executablePath] = process.argv.slice(3);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

export const WIDE = { width: 1200, height: 900 };
export const NARROW = { width: 320, height: 640 };

export const addressOf = (page) => new URL(page, site).href;

const complaints = {};

export const complain = (gate, page, words) => {
  complaints[gate] ??= {};
  if (words.length) (complaints[gate][page] ??= []).push(...words);
};

// Lets `work` use a browser and the list of pages, and prints what it complained of.
export const withBrowser = async (work) => {
  const pages = JSON.parse(readFileSync(0, "utf8"));
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    await work(browser, pages);
  } finally {
    await browser.close();
  }
  console.log(JSON.stringify(complaints));
};

// Opens `page` in a window of its own for `work`.
export const onPage = async (browser, page, options, work) => {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  await tab.goto(addressOf(page));
  try {
    return await work(tab);
  } finally {
    await context.close();
  }
};
