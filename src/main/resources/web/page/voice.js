"use strict";
// Reads an answer aloud with the browser's own voices, one paragraph after the other.
const Voice = {
  button(text, words) {
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return null;
    const button = Parts.button(Parts.signs.listen, words.listen, true);
    button.className = "copy listen";
    button.setAttribute("aria-pressed", "false");
    const show = (reading) => {
      button.setAttribute("aria-pressed", String(reading));
      button.querySelector("path").setAttribute("d", Parts.signs[reading ? "stop" : "listen"]);
      button.querySelector("span").textContent = reading ? words.stop : words.listen;
    };
    button.addEventListener("click", () => {
      const reading = Voice.shown === show;
      Voice.end();
      if (!reading) Voice.read(Voice.pieces(text), Voice.language(text), show);
    });
    return button;
  },

  shown: null,
  turn: 0,

  end() {
    Voice.turn++;
    if (Voice.shown) Voice.shown(false);
    Voice.shown = null;
    speechSynthesis.cancel();
  },

  read(pieces, language, show) {
    const turn = Voice.turn;
    Voice.shown = show;
    show(true);
    const next = () => {
      if (turn !== Voice.turn) return;
      const piece = pieces.shift();
      if (!piece) {
        Voice.end();
        return;
      }
      const said = new SpeechSynthesisUtterance(piece);
      said.lang = language;
      said.onend = next;
      said.onerror = next;
      speechSynthesis.speak(said);
    };
    next();
  },

  language(text) {
    const known = text.closest("[lang]");
    return (known && known.lang) || document.documentElement.lang;
  },

  /** What is worth hearing, in pieces that are short enough for every voice. */
  pieces(text) {
    const copy = text.cloneNode(true);
    for (const mute of copy.querySelectorAll(".code, iframe, details.reasoning, sup.footnote")) mute.remove();
    const pieces = [];
    for (const block of copy.querySelectorAll("p, li, h3, h4, h5, h6, td, th, summary, .formula, .math")) {
      if (block.parentElement.closest("p, .formula")) continue;
      for (const inner of block.querySelectorAll("ul, ol, p")) inner.remove();
      const sentences = block.textContent.replace(/\s+/g, " ").trim().match(/.{1,180}(?:[.!?。！？;；,，\s]|$)|.{1,180}/gu);
      if (sentences) pieces.push(...sentences.filter((s) => /[\p{L}\p{N}]/u.test(s)));
    }
    return pieces;
  },
};
addEventListener("pagehide", () => Voice.end());
