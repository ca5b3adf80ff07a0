"use strict";
// Finds the stories that hold every word typed; a word may be the beginning of one in the story.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const weights = { name: 3, section: 2, source: 2, day: 2, words: 1, correction: 1 };
  const stories = JSON.parse(document.getElementById("stories").textContent).map((story) => ({
    story,
    fields: Object.entries(weights).map(([field, weight]) => [wordsOf(story[field]), weight]),
  }));
  const finder = document.getElementById("finder");
  const box = document.getElementById("words");
  const tally = document.getElementById("tally");
  const found = document.getElementById("found");
  const most = 50;

  const weigh = (fields, wanted) => {
    let best = 0;
    for (const [words, weight] of fields) {
      for (const word of words) {
        if (word.startsWith(wanted)) best = Math.max(best, word === wanted ? weight : weight * 0.8);
      }
    }
    return best;
  };

  const score = (fields, query) => {
    let sum = 0;
    for (const wanted of query) {
      const weight = weigh(fields, wanted);
      if (!weight) return 0;
      sum += weight;
    }
    return sum;
  };

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const item = (story) => {
    const line = document.createElement("li");
    const link = element("a", story.name);
    link.href = story.address;
    const first = story.words.length > 220 ? `${story.words.slice(0, 220).replace(/\s\S*$/, "")} …` : story.words;
    const words = element("p", first);
    for (const one of story.language ? [link, words] : []) Object.assign(one, { lang: story.language, dir: "auto" });
    line.append(link, ...(first ? [words] : []));
    if (story.corrected.length) {
      const mark = element("p", `Corrected on ${story.corrected.join(" and ")}`);
      mark.className = "mended";
      line.append(mark);
    }
    const facts = element("p", [story.section, story.day, story.source].filter(Boolean).join(", "));
    facts.className = "day";
    line.append(facts);
    return line;
  };

  const search = () => {
    const query = wordsOf(box.value);
    const hits = query.length
      ? stories
          .map(({ story, fields }) => ({ story, weight: score(fields, query) }))
          .filter(({ weight }) => weight > 0)
          .sort((a, b) => b.weight - a.weight || b.story.date.localeCompare(a.story.date))
      : [];
    found.replaceChildren(...hits.slice(0, most).map(({ story }) => item(story)));
    const rest = hits.length > most ? `; the first ${most} are shown` : "";
    tally.textContent = query.length ? `${hits.length} ${hits.length === 1 ? "story" : "stories"} found${rest}` : "";
  };

  finder.hidden = false;
  box.addEventListener("input", search);
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) {
    box.value = asked;
    search();
  }
})();
