"use strict";
// What is nicer with scripts: code in colours, copying, times in the reader's zone. Without, all is there too.
(() => {
  const words = document.getElementById("words");
  if (!words) return;

  function icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", path);
    svg.append(shape);
    return svg;
  }

  function copyButton(label, text) {
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    said.textContent = label;
    button.append(icon("M8 3h11v13h-2V5H8zM5 7h10v14H5zm2 2v10h6V9z"), said);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      said.textContent = words.dataset.copied;
      setTimeout(() => { said.textContent = label; }, 1600);
    });
    return button;
  }

  for (const answer of document.querySelectorAll(".answer")) {
    const source = answer.querySelector("template");
    answer.querySelector(".bar").append(
      copyButton(words.dataset.copy, () => source.content.textContent));
  }

  for (const code of document.querySelectorAll(".prose pre > code")) {
    const text = code.textContent;
    const language = (code.className.match(/language-([\w.+#-]+)/) || [])[1] || "";
    if (window.hljs && hljs.getLanguage(language)) hljs.highlightElement(code);
    const bar = document.createElement("div");
    bar.className = "bar";
    const name = document.createElement("span");
    name.textContent = language;
    bar.append(name, copyButton(words.dataset.code, () => text.replace(/\n$/, "")));
    code.parentElement.before(bar);
  }

  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (isNaN(at)) continue;
    const style = time.dataset.show === "date"
      ? { dateStyle: "long" } : { dateStyle: "medium", timeStyle: "short" };
    time.textContent = at.toLocaleString(document.documentElement.lang, style);
  }
})();
