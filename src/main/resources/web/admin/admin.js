"use strict";
// What is nicer with scripts: parts follow what happens, and forms answer without a new page. Without, all is there too.
(() => {
  const main = document.getElementById("content");
  if (!main) return;
  const words = main.dataset;
  const pulse = document.getElementById("pulse");
  const note = document.getElementById("note");
  const FIELDS = "input:not([type=hidden]), textarea";
  /** A connection that is away for so long is told of, and so long it is waited for another, in milliseconds. */
  const AWAY = 4000;
  /** What the server has sent for each part. */
  const sent = new WeakMap();
  for (const part of main.querySelectorAll(".part")) sent.set(part, part.innerHTML);

  /** Whether somebody is at work in it: what they write must not go. */
  function busy(part) {
    const at = document.activeElement;
    if (part.contains(at) && at.matches("input, select, textarea")) return true;
    return [...part.querySelectorAll(FIELDS)].some((i) => i.value !== i.defaultValue);
  }

  /** What a form does, and to whom: the same before and after. */
  function meant(form) {
    const said = [...form.querySelectorAll("input[type=hidden]")].filter((i) => i.name !== "proof");
    return said.map((i) => `${i.name}=${i.value}`).join("&");
  }

  function again(part, meaning) {
    return [...part.querySelectorAll("form")].find((form) => meant(form) === meaning);
  }

  /** Puts new text into a part; what was open stays open, what was written stays, what had the focus has it again. */
  function show(part, html, done) {
    sent.set(part, html);
    const open = [...part.querySelectorAll("details[open][data-key]")].map((d) => d.dataset.key);
    const at = part.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const written = [...part.querySelectorAll(FIELDS)]
      .filter((i) => i.form && i.form !== done && i.value !== i.defaultValue)
      .map((i) => [meant(i.form), i.name, i.value]);
    part.innerHTML = html;
    for (const details of part.querySelectorAll("details[data-key]")) details.open = open.includes(details.dataset.key);
    for (const [meaning, name, value] of written) {
      const field = again(part, meaning)?.elements.namedItem(name);
      if (field) field.value = value;
    }
    if (at) {
      const focused = [...part.querySelectorAll("[data-key]")].find((e) => e.dataset.key === at);
      if (focused) focused.focus({ preventScroll: true });
    }
  }

  function follow() {
    const parts = [...main.querySelectorAll("[data-live]")];
    if (!parts.length || !window.EventSource) return;
    const source = new EventSource(words.stream);
    let away = 0;
    source.addEventListener("open", () => {
      clearTimeout(away);
      away = 0;
      pulse.textContent = words.live;
      pulse.classList.add("on");
    });
    source.addEventListener("error", () => {
      pulse.classList.remove("on");
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(away);
        lookAgain();
      } else {
        away ||= setTimeout(lost, AWAY);
      }
    });
    source.addEventListener("end", () => {
      source.close();
      pulse.classList.remove("on");
      over();
    });
    for (const part of parts) {
      source.addEventListener(part.id.slice(5), (event) => {
        if (!busy(part)) show(part, event.data);
      });
    }
    window.addEventListener("pagehide", () => {
      clearTimeout(away);
      source.close();
    });
  }

  function lost() {
    pulse.textContent = words.lost;
  }

  /** The browser does not come back by itself to where it was refused; a server that starts refuses, too. */
  function lookAgain() {
    lost();
    setTimeout(async () => {
      try {
        const answer = await fetch(location.href);
        if (answer.ok) follow();
        else if (answer.status < 500) over();
        else lookAgain();
      } catch (e) {
        lookAgain();
      }
    }, AWAY);
  }

  function over() {
    const link = document.createElement("a");
    link.href = location.href;
    // Perhaps something is written here that is not to be lost.
    link.target = "_blank";
    link.textContent = words.still;
    pulse.replaceChildren(link);
  }

  /** Nothing has become of what was written: it stays to be mended, with the answer beside it. */
  function beside(form, value) {
    document.getElementById("beside")?.remove();
    const field = form.querySelector(FIELDS);
    const answer = document.createElement("div");
    answer.className = "beside text";
    answer.id = "beside";
    answer.append(...[...note.childNodes].map((n) => n.cloneNode(true)));
    form.append(answer);
    field.value = value;
    field.setAttribute("aria-describedby", answer.id);
    field.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "nearest" });
  }

  /** Whether the answer is for somebody who is not signed in, or not as whoever opened this page. */
  function unknown(answer, page) {
    return answer.status === 403 || Boolean(page.querySelector("form[action='/admin/sign-in']"));
  }

  let out = false;

  /** Whether somebody has signed in since, as in another tab: then the forms here are theirs. */
  async function back() {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const proof = answer.ok && page.querySelector("#content input[name=proof]")?.value;
    if (!proof) return false;
    for (const field of main.querySelectorAll("input[name=proof]")) field.value = proof;
    out = false;
    return true;
  }

  async function send(form) {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    return [answer, new DOMParser().parseFromString(await answer.text(), "text/html")];
  }

  /** What is written stays: the way in opens beside it. */
  function signedOut() {
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.textContent = words.signIn;
    note.replaceChildren(`${words.signedOut} `, link);
    out = true;
  }

  main.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    const part = form.closest(".part");
    const value = form.querySelector(FIELDS)?.value;
    const meaning = meant(form);
    let same;
    try {
      if (out && !(await back())) return signedOut();
      let [answer, page] = await send(form);
      if (unknown(answer, page)) {
        if (!(await back())) return signedOut();
        [answer, page] = await send(form);
      }
      if (!answer.ok) throw new Error(String(answer.status));
      for (const one of main.querySelectorAll(".part")) {
        const fresh = page.getElementById(one.id);
        if (!fresh) continue;
        if (one === part && fresh.innerHTML === sent.get(one) && value) same = true;
        show(one, fresh.innerHTML, form);
      }
      note.innerHTML = page.getElementById("note").innerHTML;
    } catch (e) {
      note.textContent = words.failed;
    } finally {
      button.removeAttribute("aria-disabled");
    }
    const mend = same && again(part, meaning);
    if (mend) return beside(mend, value);
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  follow();
})();
