"use strict";
// Everything works without this script. It adds copying, a sign that a
// question is on its way, and "/" to reach the question.

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const from = document.getElementById(button.dataset.copy);
    const said = button.closest(".cite").querySelector(".copied");
    try {
      await navigator.clipboard.writeText(from.value);
    } catch {
      // Without a secure context the clipboard is out of reach: select, and let the reader copy.
      from.focus();
      from.select();
      return;
    }
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = button.dataset.done; });
  });
}

const form = document.querySelector("form.ask");
for (const f of document.querySelectorAll("form.ask"))
  f.addEventListener("submit", () => document.documentElement.classList.add("asking"));
if (form) {
  addEventListener("pageshow", () => document.documentElement.classList.remove("asking"));
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.q.focus();
      form.elements.q.select();
    }
  });
}
