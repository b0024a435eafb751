// A page as a screen reader has it: the browser's own tree of roles and names.

/** Roles of what somebody acts on, and of pictures: each must have a name. */
const NAMED = new Set([
  'button', 'link', 'checkbox', 'radio', 'slider', 'textbox', 'searchbox', 'spinbutton', 'combobox', 'switch', 'group', 'radiogroup',
  'DisclosureTriangle', 'image', 'img', 'region', 'dialog', 'progressbar',
]);
/** Roles that may hold nameless nodes: a group without a legend is nothing to act on. */
const MAY_BE_NAMELESS = new Set(['group']);

/** What is wrong with the tree, a line each. */
export async function unheard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const heard = nodes.filter(node => !node.ignored);
  return [...nameless(heard), ...outline(heard), ...valueless(heard)];
}

const role = node => node.role?.value ?? '';
const name = node => (node.name?.value ?? '').trim();
const property = (node, wanted) => node.properties?.find(one => one.name === wanted)?.value.value;

function nameless(heard) {
  const without = heard.filter(node => NAMED.has(role(node)) && !name(node) && !MAY_BE_NAMELESS.has(role(node)));
  // what takes the focus but has no role that says what it is
  const vague = heard.filter(node => property(node, 'focusable') && role(node) === 'generic');
  return [...without.map(node => `a ${role(node)} without a name`), ...vague.map(node => `something to reach without a role: ${name(node)}`)];
}

/** One main part, one first heading, and no level left out. */
function outline(heard) {
  const found = [];
  const mains = heard.filter(node => role(node) === 'main').length;
  if (mains !== 1) found.push(`${mains} main parts`);
  const levels = heard.filter(node => role(node) === 'heading').map(node => [Number(property(node, 'level')), name(node)]);
  const first = levels.filter(([level]) => level === 1).length;
  if (first !== 1) found.push(`${first} headings of level 1`);
  let before = 0;
  for (const [level, words] of levels) {
    if (!words) found.push(`an empty heading of level ${level}`);
    if (level > before + 1) found.push(`after level ${before} a heading of level ${level}: ${words}`);
    before = level;
  }
  return found;
}

const valueless = heard => heard.filter(node => role(node) === 'slider' && !property(node, 'valuetext') && node.value === undefined)
  .map(node => `a slider that says no value: ${name(node)}`);
