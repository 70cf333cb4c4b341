"use strict";
// Lets the answer grow. What has not changed stays as it is, so that selecting and scrolling go on.
(() => {
  const events = document.getElementById("content").dataset.events;
  const answer = document.querySelector(".answer .prose");
  const stream = new EventSource(events);

  stream.addEventListener("answer", (event) => {
    const next = document.createElement("template");
    next.innerHTML = JSON.parse(event.data).html; // Sanitised by the server; the page's policy runs no script in it.
    const blocks = [...next.content.children];
    const shown = [...answer.children];
    let same = 0;
    while (same < shown.length && same < blocks.length && shown[same].isEqualNode(blocks[same])) same++;
    shown.slice(same).forEach((old) => old.remove());
    answer.append(...blocks.slice(same));
  });

  stream.addEventListener("done", (event) => {
    stream.close();
    location.replace(JSON.parse(event.data).path);
  });
})();
