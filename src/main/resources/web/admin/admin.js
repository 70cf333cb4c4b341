"use strict";
// What is nicer with scripts: parts follow what happens, and forms answer without a new page. Without, all is there too.
(() => {
  const main = document.getElementById("content");
  if (!main) return;
  const words = main.dataset;
  const pulse = document.getElementById("pulse");

  /** Whether somebody is at work in it: what they write must not go. */
  function busy(part) {
    const at = document.activeElement;
    if (part.contains(at) && at.matches("input, select, textarea")) return true;
    return [...part.querySelectorAll("input:not([type=hidden]), textarea")].some((i) => i.value !== i.defaultValue);
  }

  /** Puts new text into a part; what was open stays open, what had the focus has it again. */
  function show(part, html) {
    const open = [...part.querySelectorAll("details[open][data-key]")].map((d) => d.dataset.key);
    const at = part.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    part.innerHTML = html;
    for (const details of part.querySelectorAll("details[data-key]")) details.open = open.includes(details.dataset.key);
    if (at) {
      const again = [...part.querySelectorAll("[data-key]")].find((e) => e.dataset.key === at);
      if (again) again.focus({ preventScroll: true });
    }
  }

  function follow() {
    const parts = [...main.querySelectorAll("[data-live]")];
    if (!parts.length || !window.EventSource) return;
    const source = new EventSource(words.stream);
    const quiet = () => {
      pulse.classList.remove("on");
    };
    source.addEventListener("open", () => {
      pulse.textContent = words.live;
      pulse.classList.add("on");
    });
    source.addEventListener("error", () => {
      quiet();
      if (source.readyState === EventSource.CLOSED) over();
    });
    source.addEventListener("end", () => {
      source.close();
      quiet();
      over();
    });
    for (const part of parts) {
      source.addEventListener(part.id.slice(5), (event) => {
        if (!busy(part)) show(part, event.data);
      });
    }
    window.addEventListener("pagehide", () => source.close());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload();
    });
  }

  function over() {
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = words.still;
    pulse.replaceChildren(again);
  }

  main.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    const note = document.getElementById("note");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // Not signed in any more: the door, which leads back here.
      if (page.querySelector("form[action='/admin/sign-in']")) return location.assign(location.href);
      if (!answer.ok) throw new Error(String(answer.status));
      for (const part of main.querySelectorAll(".part")) {
        const fresh = page.getElementById(part.id);
        if (fresh) show(part, fresh.innerHTML);
      }
      note.innerHTML = page.getElementById("note").innerHTML;
    } catch (e) {
      note.textContent = words.failed;
    } finally {
      button.removeAttribute("aria-disabled");
    }
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest" });
  });
  follow();
})();
