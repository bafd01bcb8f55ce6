// Without it the tables stand in the order of the class. An empty cell stays below, either way.
const number = text => (/^-?[.\d]/.test(text) ? parseFloat(text) : NaN);

const compared = (one, other) => {
  const [a, b] = [number(one), number(other)];
  return isNaN(a) || isNaN(b) ? one.localeCompare(other) : a - b;
};

const sort = (table, column, sign) => {
  const text = row => row.cells[column].textContent.trim();
  const order = (one, other) => {
    const [a, b] = [text(one), text(other)];
    return a && b ? sign * compared(a, b) : !a - !b;
  };
  table.tBodies[0].append(...[...table.tBodies[0].rows].sort(order));
};

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.ariaSort !== "ascending";
      heads.forEach(each => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(table, column, up ? 1 : -1);
    });
  });
}
