// High contrast: the system paints everything in a handful of colours, and what was told by colour alone is gone.

/** What could not be told apart then: controls without an edge or a line, and chosen ones that look like the others. */
export async function lostInHighContrast(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() => {
    const seen = one => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
    const said = one => `${one.localName}.${one.className} ${(one.innerText || one.getAttribute('aria-label') || '').slice(0, 40)}`;
    const marked = one => {
      const { borderBottomWidth, borderBottomStyle, outlineStyle, textDecorationLine } = getComputedStyle(one);
      return (parseFloat(borderBottomWidth) >= 1 && borderBottomStyle !== 'none') || outlineStyle !== 'none' || textDecorationLine !== 'none';
    };
    const inside = one => [one, ...one.querySelectorAll('*')].some(marked);
    // links of a bar are told by their place and the system's colour for links
    const controls = [...document.querySelectorAll('button, a[href]:not(nav a)')].filter(seen).filter(one => !inside(one));
    const native = one => getComputedStyle(one).appearance !== 'none' && parseFloat(getComputedStyle(one).opacity) > 0;
    // a tick or round of our own drawing: chosen and not chosen must differ in more than a colour
    const own = [...document.querySelectorAll('input:checked')].filter(one => !native(one)).map(one => one.closest('label') ?? one).filter(seen);
    const shape = one => {
      const { borderBottomWidth, borderBottomStyle, outlineStyle, outlineWidth, fontWeight, textDecorationLine, backgroundColor } = getComputedStyle(one);
      const before = getComputedStyle(one, '::before').content;
      const after = getComputedStyle(one, '::after').content;
      return [borderBottomWidth, borderBottomStyle, outlineStyle, outlineWidth, fontWeight, textDecorationLine, backgroundColor, before, after].join();
    };
    const unchosen = [...document.querySelectorAll('input:not(:checked)')].map(input => input.closest('label') ?? input);
    const links = [...document.querySelectorAll('nav a[href]')];
    const here = links.filter(one => one.ariaCurrent && one.ariaCurrent !== 'false');
    const others = [...unchosen, ...links.filter(one => !here.includes(one))].filter(seen);
    const alike = [...own, ...here].filter(one => {
      const other = others.find(other => other.className === one.className && other.parentNode.parentNode === one.parentNode.parentNode);
      return other && shape(one) === shape(other);
    });
    return [...controls.map(one => `no edge: ${said(one)}`), ...alike.map(one => `chosen and not chosen look alike: ${said(one)}`)];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}
