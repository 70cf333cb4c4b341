"use strict";
// Lets the answer grow. What has not changed stays as it is, so that selecting and scrolling go on.
(() => {
  const AGAIN = 5000; // milliseconds; without a stream the page is read again
  const answer = document.querySelector(".answer .prose");
  const stream = new EventSource(document.getElementById("content").dataset.events);
  let html = "";
  let shown = [];
  let leaving = false;

  const readAgain = (after) => {
    if (leaving) return;
    leaving = true;
    stream.close();
    setTimeout(() => location.reload(), after);
  };

  stream.addEventListener("answer", (event) => {
    const { keep, more } = JSON.parse(event.data);
    html = html.slice(0, keep) + more;
    const next = document.createElement("template");
    next.innerHTML = html; // Sanitised by the server; the page's policy runs no script in it.
    const blocks = [...next.content.children];
    const written = blocks.map((block) => block.outerHTML);
    let same = 0;
    while (same < shown.length && same < written.length && shown[same] === written[same]) same++;
    [...answer.children].slice(same).forEach((old) => old.remove());
    answer.append(...blocks.slice(same));
    shown = written;
  });
  stream.addEventListener("done", () => readAgain(0));
  stream.addEventListener("error", () => {
    // While it connects again by itself, all is well: the next event begins anew.
    if (stream.readyState === EventSource.CLOSED) readAgain(AGAIN);
  });
})();
