// Small parts of both companies' tables and forms.

export const $ = (id) => document.getElementById(id);

/** Seconds of a form as milliseconds; nothing for an empty field. */
export const seconds = (text) => (text ? Number(text) * 1000 : undefined);

export function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

export function row(...cells) {
  const made = document.createElement('tr');
  for (const content of cells) {
    const cell = document.createElement('td');
    cell.append(...[content].flat());
    made.append(cell);
  }
  return made;
}

export function head(columns) {
  const made = document.createElement('tr');
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    made.append(cell);
  }
  return made;
}

/** Fills a list of choices; what was chosen stays so. */
export function choose(select, pairs, chosen) {
  select.replaceChildren(...pairs.map(([value, text]) => new Option(text, value, false, value === chosen)));
}
