"use strict";
// What the pages and the sandbox have in common: signs, copying, code in colours, times in the reader's zone.
const Parts = {
  signs: {
    copy: "M8 3h11v13h-2V5H8zM5 7h10v14H5zm2 2v10h6V9z",
    done: "m9 16.2-4.2-4.2-1.4 1.4L9 19 21 7l-1.4-1.4z",
    listen: "M4 9v6h4l5 5V4L8 9zm12.5 3a4.5 4.5 0 0 0-2.5-4v8a4.5 4.5 0 0 0 2.5-4M14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6",
    stop: "M7 7h10v10H7z",
  },

  icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", path);
    svg.append(shape);
    return svg;
  },

  /** A button with a sign; without a label, its name is for those who cannot see. */
  button(sign, name, labelled) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(Parts.icon(sign));
    if (labelled) {
      const label = document.createElement("span");
      label.textContent = name;
      button.append(label);
    } else {
      button.title = name;
      button.setAttribute("aria-label", name);
    }
    return button;
  },

  /** Copies; shows for a moment that it did. */
  copyButton(text, words, labelled) {
    const button = Parts.button(Parts.signs.copy, words.copy, labelled);
    button.className = "copy";
    const label = button.querySelector("span");
    const shape = button.querySelector("path");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      shape.setAttribute("d", Parts.signs.done);
      if (label) label.textContent = words.copied;
      setTimeout(() => {
        shape.setAttribute("d", Parts.signs.copy);
        if (label) label.textContent = words.copy;
      }, 1600);
    });
    return button;
  },

  language(code) {
    return (code.className.match(/language-([\w.+#-]+)/) || [])[1] || "";
  },

  /** Code in colours, in a box with its language and a button. */
  code(code, words, labelled) {
    const language = Parts.language(code);
    const text = code.textContent;
    if (window.hljs && hljs.getLanguage(language)) hljs.highlightElement(code);
    const bar = document.createElement("div");
    bar.className = "bar";
    const name = document.createElement("span");
    name.textContent = language;
    bar.append(name, Parts.copyButton(() => text.replace(/\n$/, ""), words, labelled));
    const pre = code.parentElement;
    let box = pre.parentElement;
    if (!box.classList.contains("code")) {
      box = document.createElement("div");
      box.className = "code";
      pre.replaceWith(box);
      pre.tabIndex = 0;
      box.append(pre);
    }
    box.prepend(bar);
    return box;
  },

  /** Wide tables scroll by themselves. */
  tables(root) {
    for (const table of root.querySelectorAll("table")) {
      if (table.parentElement.classList.contains("scroll")) continue;
      const scroll = document.createElement("div");
      scroll.className = "scroll";
      scroll.tabIndex = 0;
      table.replaceWith(scroll);
      scroll.append(table);
    }
  },

  times(root, language) {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.getAttribute("datetime"));
      if (isNaN(at)) continue;
      const style = time.dataset.show === "date"
        ? { dateStyle: "long" } : { dateStyle: "medium", timeStyle: "short" };
      time.textContent = at.toLocaleString(language, style);
    }
  },
};
