// Counts words as a person reads them: only what is visible, a line that stands on several screens once.

/** The visible lines of a page, block by block, in order. */
export const lines = page => page.evaluate(() => {
  const seen = element => {
    if (!element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const block = element => {
    while (getComputedStyle(element).display.startsWith('inline') && element.parentElement) element = element.parentElement;
    return element;
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (!text || node.parentElement.closest('script, style, noscript') || !seen(node.parentElement)) continue;
    const home = block(node.parentElement);
    found.set(home, `${found.get(home) ?? ''} ${text}`.trim());
  }
  return [...found.values()];
});

/** Words on these screens, as `{ words, screens }`: in all, and what each adds. */
export function count(screens) {
  const read = new Set();
  const added = screens.map(screen => {
    let words = 0;
    for (const line of screen) {
      const bare = line.toLowerCase();
      if (!read.has(bare)) words += bare.split(/\s+/).filter(word => /\p{L}/u.test(word)).length;
      read.add(bare);
    }
    return words;
  });
  return { words: added.reduce((sum, words) => sum + words, 0), screens: added };
}
