"use strict";
// Draws a diagram and says how high it is. This frame has no origin: it cannot reach the page or anything else.
(() => {
  const place = document.getElementById("drawing");
  let number = 0;

  async function draw({ source, dark }) {
    document.documentElement.classList.toggle("dark", dark);
    mermaid.initialize({
      startOnLoad: false, securityLevel: "strict", theme: dark ? "dark" : "neutral", htmlLabels: false,
      flowchart: { htmlLabels: false }, maxTextSize: 20000, maxEdges: 500, suppressErrorRendering: true,
      fontFamily: "ui-sans-serif, system-ui, sans-serif",
    });
    try {
      const drawn = await mermaid.render("drawn" + ++number, source);
      place.innerHTML = drawn.svg; // Made by the library in its strict mode; this frame's policy runs nothing in it.
      parent.postMessage({ height: place.getBoundingClientRect().height }, "*");
    } catch (wrong) {
      parent.postMessage({ height: 0 }, "*");
    }
  }

  addEventListener("message", (event) => {
    if (event.source === parent && typeof event.data.source === "string") draw(event.data);
  });
  new ResizeObserver(() => {
    const height = place.getBoundingClientRect().height;
    if (place.firstElementChild && height > 0) parent.postMessage({ height }, "*");
  }).observe(place);
  parent.postMessage("ready", "*");
})();
