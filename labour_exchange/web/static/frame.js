// Small improvements of pages that work without them: focus on what to correct, filters open on wide screens, no double sending.
"use strict";

document.querySelector("[data-focus]")?.focus();

// Browsers that know ::details-content show the filters by the stylesheet; older ones need the open attribute.
if (!CSS.supports("selector(::details-content)")) {
  const wide = window.matchMedia("(min-width: 62em)");
  const follow = () => document.querySelectorAll("[data-open-wide], .lx-menu").forEach((part) => { part.open = wide.matches; });
  wide.addEventListener("change", follow);
  follow();
}

// A link of the summary that leads to a control also gives it the focus.
document.querySelectorAll(".lx-errors a").forEach((link) => {
  link.addEventListener("click", (event) => {
    const control = document.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    control.closest(".lx-field")?.scrollIntoView();
    control.focus({ preventScroll: true });
  });
});

// The server knows a repeated submission by its id; this only spares people a second wait. A form whose answer is a download, or that comes back from history, is free again.
document.querySelectorAll("form[method=post]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => { delete form.dataset.sent; }, 3000);
  });
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; }));
