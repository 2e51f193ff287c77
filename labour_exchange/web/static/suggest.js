// Suggestions under a text box, after the ARIA combobox pattern (list autocomplete, manual selection). Without this script the box is a plain one.
// <input data-suggest="/kk/suggest/occupations" data-suggest-code="id of a hidden input" data-suggest-some="…" data-suggest-none="…">
// The address answers ?q= with {"items": [{"code": "…", "label": "…", "note": "…"}]}.
"use strict";

const PAUSE = 200;
const SHORTEST = 2;

function makeSuggest(input) {
  const list = document.createElement("ul");
  const status = document.createElement("div");
  const code = document.getElementById(input.dataset.suggestCode || "");
  let active = -1, timer = 0, asked = 0;

  list.id = `${input.id}-list`;
  list.className = "lx-suggest";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() || "");
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const holder = document.createElement("div");
  holder.className = "lx-combobox";
  input.before(holder);
  holder.append(input, list, status);

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    const options = list.children;
    if (!options.length) return;
    active = (place + options.length) % options.length;
    for (const [at, option] of [...options].entries()) option.setAttribute("aria-selected", String(at === active));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  function choose(option) {
    input.value = option.dataset.label;
    if (code) code.value = option.dataset.code;
    close();
    status.textContent = "";
  }

  function show(items) {
    list.replaceChildren(...items.map((item, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.code = item.code;
      option.dataset.label = item.label;
      option.textContent = item.label;
      if (item.note) {
        const note = document.createElement("small");
        note.textContent = item.note;
        option.append(" ", note);
      }
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = items.length ? `${input.dataset.suggestSome} ${items.length}` : input.dataset.suggestNone;
  }

  async function ask() {
    const text = input.value.trim();
    const turn = ++asked;
    if (text.length < SHORTEST) return close();
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      const found = answer.ok ? await answer.json() : { items: [] };
      if (turn === asked && document.activeElement === input) show(found.items);
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => {
    if (code) code.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else mark(event.key === "ArrowDown" ? active + 1 : active === -1 ? -1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (event.key === "Escape") {
      if (!list.hidden) event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => { clearTimeout(timer); asked += 1; close(); });
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

document.querySelectorAll("input[data-suggest]").forEach(makeSuggest);
