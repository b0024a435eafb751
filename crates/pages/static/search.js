// Searches the pages on this device. The same rules as `unknot learn --search` (crates/pages/src/search.rs).
const MOST = 12;
const [TITLE, HEADING, LABEL, BODY] = [4, 8, 3, 1];

const form = document.getElementById('search');
const box = document.getElementById('words');
const none = document.getElementById('none');
const list = document.getElementById('found');

const words = text => (text.match(/[\p{Alphabetic}\p{N}]{2,}/gu) ?? []).map(word => word.toLowerCase());

let pages;
async function load() {
  const response = await fetch(new URL('../{{learn/index.json}}', import.meta.url));
  if (!response.ok) throw new Error(`${response.status} for the index`);
  const read = ([topic, title, sections]) => ({
    topic, title, words: new Set(words(title)),
    sections: sections.map(([heading, anchor, begins, labels, body]) => ({
      heading, anchor, begins, head: new Set(words(heading)), labels: new Set(words(labels)), body: new Set(body.split(' ')),
    })),
  });
  return (await response.json()).map(read);
}

// A word alone counts twice what it begins; none if one of them is nowhere.
function score(wanted, places) {
  let sum = 0;
  for (const word of wanted) {
    let points = 0;
    for (const [worth, known] of places) {
      if (known.has(word)) points += worth * 2;
      else if ([...known].some(one => one.startsWith(word))) points += worth;
    }
    if (!points) return 0;
    sum += points;
  }
  return sum;
}

function find(query) {
  const wanted = words(query);
  if (!wanted.length) return [];
  const found = pages.flatMap(page => page.sections.map(section => ({
    page, section,
    score: score(wanted, [[TITLE, page.words], [HEADING, section.head], [LABEL, section.labels], [BODY, section.body]]),
  })));
  return found.filter(one => one.score).sort((a, b) => b.score - a.score).slice(0, MOST);
}

function item({ page, section }) {
  const link = document.createElement('a');
  link.href = `${page.topic}.html${section.anchor && `#${section.anchor}`}`;
  link.textContent = section.heading ? `${page.title}: ${section.heading}` : page.title;
  const begins = document.createElement('p');
  begins.className = 'soft';
  begins.textContent = section.begins;
  const entry = document.createElement('li');
  entry.append(link, begins);
  return entry;
}

async function show() {
  pages ??= await load();
  const found = find(box.value);
  list.replaceChildren(...found.map(item));
  none.textContent = box.value.trim() && !found.length ? none.dataset.none : '';
}

form.hidden = false;
form.addEventListener('submit', event => event.preventDefault());
box.addEventListener('input', show);
const asked = new URLSearchParams(location.search).get('q');
if (asked) {
  box.value = asked;
  show();
}
