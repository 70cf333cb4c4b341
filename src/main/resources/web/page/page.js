"use strict";
// What is nicer with scripts: code in colours, copying, listening, diagrams, times in the reader's zone.
// Without, all is there too.
(() => {
  const element = document.getElementById("words");
  if (!element) return;
  const words = element.dataset;

  /** Makes the most of text that has come from the server. */
  function finish(root) {
    for (const code of root.querySelectorAll(".prose pre > code")) {
      if (code.dataset.done) continue;
      code.dataset.done = "yes";
      const diagram = Parts.language(code) === "mermaid";
      const source = code.textContent;
      const box = Parts.code(code, { copy: words.code, copied: words.copied }, true);
      if (diagram) draw(box, source);
    }
    Parts.times(root, document.documentElement.lang);
  }

  for (const answer of document.querySelectorAll(".answer")) {
    const source = answer.querySelector("template");
    const tools = answer.querySelector(".tools");
    if (!source || !tools) continue;
    const listen = Voice.button(answer.querySelector(".prose"), words);
    if (listen) tools.append(listen);
    tools.append(Parts.copyButton(() => source.content.textContent, words, true));
  }
  finish(document);
  window.addEventListener("switchboard:more", (event) => finish(event.target));

  /** Draws in a frame that has no origin; the source stays below, folded. */
  function draw(box, source) {
    const frame = document.createElement("iframe");
    frame.className = "diagram";
    frame.height = 0;
    frame.title = words.diagram;
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = words.frame;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const say = () => frame.contentWindow.postMessage({ source, dark: dark.matches }, "*");
    window.addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow) return;
      if (event.data === "ready") {
        say();
      } else if (event.data.height > 0) {
        frame.height = Math.min(2000, Math.ceil(event.data.height));
        frame.classList.add("drawn");
      } else {
        fold.replaceWith(box);
        frame.remove();
      }
    });
    dark.addEventListener("change", say);
    const fold = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = words.source;
    box.before(frame, fold);
    fold.append(summary, box);
  }
})();
