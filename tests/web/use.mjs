// Uses pages as people do: by keyboard, without scripts, on paper, in colours of their own, without motion.
// The first page is an issue, the second the search; pages that are all right are not named.
import { complain, onPage, withBrowser } from "./browser.mjs";

const MOST_STOPS = 80; // stops of the Tab key; a reader gives up sooner

const inFocus = (tab, what) => tab.evaluate((what) => document.activeElement.matches(what), what);

const tabTo = async (tab, what) => {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await tab.keyboard.press("Tab");
    if (await inFocus(tab, what)) return true;
  }
  return false;
};

// Whether somebody can see which element the keyboard is at.
const isMarked = (tab) =>
  tab.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });

const unfold = async (tab) => {
  const open = () => tab.evaluate(() => document.activeElement.parentElement.open && document.activeElement.nextElementSibling.checkVisibility());
  if (!(await tabTo(tab, "summary"))) return ["the keyboard never comes to a source number"];
  const wrong = (await isMarked(tab)) ? [] : ["nothing shows where the keyboard is"];
  await tab.keyboard.press("Enter");
  if (!(await open())) wrong.push("Enter does not unfold a source");
  await tab.keyboard.press("Enter");
  return (await open()) ? [...wrong, "Enter does not fold it again"] : wrong;
};

const skip = async (tab) => {
  await tab.keyboard.press("Tab");
  if (!(await inFocus(tab, ".skip"))) return ["the first stop is not the link that skips"];
  const { x, y } = await tab.locator(".skip").boundingBox();
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const wrong = x < 0 || y < 0 ? ["the link that skips cannot be seen"] : [];
  return (await inFocus(tab, "main *")) ? wrong : [...wrong, "it does not skip to the content"];
};

const find = async (tab, words) => {
  await tab.locator("#words").fill("");
  await tab.keyboard.type(words);
  return { tally: await tab.locator("#tally").textContent(), names: await tab.locator("#found a").allTextContents() };
};

const search = async (tab) => {
  if (!(await tabTo(tab, "#words"))) return ["the keyboard never comes to the field"];
  const wrong = [];
  const expect = async (words, hit) => {
    const { tally, names } = await find(tab, words);
    if (!names.some((name) => name.includes(hit))) wrong.push(`“${words}” does not find ${hit}: ${tally}`);
  };
  await expect("dwr", "dŵr a thŷ");
  await expect("DŴR thy", "dŵr a thŷ");
  await expect("cynhad", "Cynhadledd gyntaf");
  await expect("grassroots nhs", "How a grassroots movement");
  const { tally, names } = await find(tab, "xylophone");
  if (names.length || !tally.startsWith("0 ")) wrong.push(`nothing found is told as “${tally}”`);
  await find(tab, "we said monday");
  const marks = await tab.locator("#found .mended").allTextContents();
  if (marks.join() !== "Corrected on 23 November 2026") wrong.push(`what was corrected is marked “${marks}”`);
  await find(tab, "cynhad");
  if (!(await tab.locator("#found a[lang=cy]").count())) wrong.push("what was found does not say that it is Welsh");
  if (!(await tabTo(tab, "#found a"))) return [...wrong, "the keyboard never comes to what was found"];
  await Promise.all([tab.waitForURL(/newsletter\.html#story-\d+$/), tab.keyboard.press("Enter")]);
  const target = await tab.evaluate(() => document.querySelector(":target")?.textContent ?? "");
  return target.includes("Cynhadledd gyntaf") ? wrong : [...wrong, "what was found does not lead to the story"];
};

const withoutScripts = async (tab) => {
  const isThere = (what) => tab.locator(what).isVisible();
  const wrong = (await isThere("#words")) ? ["the field is there and does nothing"] : [];
  for (const page of ["index.html", "subjects.html", "sources.html"]) {
    if (!(await isThere(`noscript a[href="${page}"]`))) wrong.push(`it does not say that ${page} does without`);
  }
  return wrong;
};

const unfoldWithoutScripts = async (tab) => {
  await tab.locator("summary").first().click();
  return (await tab.locator(".trace").first().isVisible()) ? [] : ["a source does not unfold"];
};

const onPaper = async (tab) => {
  await tab.emulateMedia({ media: "print", colorScheme: "dark" });
  return tab.evaluate(() => {
    const shown = [...document.querySelectorAll(".skip, details, .places, search")].filter((one) => one.checkVisibility());
    const wrong = shown.slice(0, 1).map((one) => `paper cannot use: ${one.outerHTML.slice(0, 80)}`);
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(paper) ? wrong : [...wrong, `the paper is ${paper}`];
  });
};

const inOwnColours = async (tab) => {
  await tab.emulateMedia({ forcedColors: "active" });
  await tab.keyboard.press("Tab");
  return tab.evaluate(() => {
    const { outlineColor, outlineStyle } = getComputedStyle(document.activeElement);
    const isSeen = outlineStyle !== "none" && !/, 0\)$/.test(outlineColor);
    const label = document.querySelector(".section > h2 span, .places [aria-current]");
    const { borderTopStyle, borderBottomStyle } = getComputedStyle(label);
    const wrong = isSeen ? [] : ["nothing shows where the keyboard is"];
    return borderTopStyle === "none" && borderBottomStyle === "none" ? [...wrong, "a label is lost"] : wrong;
  });
};

const atRest = (tab) =>
  tab.evaluate(() => {
    const moves = [...document.querySelectorAll("*")].filter((one) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
      return animationName !== "none" || parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth";
    });
    return moves.slice(0, 1).map((one) => `moves: ${one.outerHTML.slice(0, 80)}`);
  });

await withBrowser(async (browser, [issue, finder]) => {
  const check = async (gate, page, options, use) => complain(gate, page, await onPage(browser, page, options, use));
  await check("unfold", issue, {}, unfold);
  await check("search", finder, {}, search);
  await check("without scripts", finder, { javaScriptEnabled: false }, withoutScripts);
  await check("without scripts", issue, { javaScriptEnabled: false }, unfoldWithoutScripts);
  for (const page of [issue, finder]) {
    await check("skip", page, {}, skip);
    await check("paper", page, {}, onPaper);
    await check("own colours", page, {}, inOwnColours);
    await check("at rest", page, { reducedMotion: "reduce" }, atRest);
  }
});
