"use strict";
// What the page knows, and how it talks to the server.
const Sandbox = {
  scene: null,
  me: null,
  places: new Map(), // place → Map(message id → message), in order of ids
  unread: new Map(),
  typing: new Map(), // place → when the sign goes
  threads: new Map(), // place → title
  stream: null,

  say(key) {
    return this.scene.texts[key] || key;
  },

  person(id) {
    return this.scene.people.find((p) => p.id === id);
  },

  messages(place) {
    if (!this.places.has(place)) this.places.set(place, new Map());
    return this.places.get(place);
  },

  async get(path) {
    const answer = await fetch("/sandbox/api" + path);
    if (!answer.ok) throw new Error((await answer.json()).error);
    return answer.json();
  },

  async post(path, body) {
    const key = crypto.randomUUID();
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: this.me.id, key, ...body }),
    };
    let answer;
    try {
      answer = await fetch("/sandbox/api" + path, init);
    } catch (lost) {
      // The same key again is the same message, so trying twice sends once.
      answer = await fetch("/sandbox/api" + path, init);
    }
    if (!answer.ok) throw new Error((await answer.json()).error);
    return answer.status === 204 ? null : answer.json();
  },

  async load(place) {
    const list = await this.get(
      `/places/${encodeURIComponent(place)}/messages?as=${encodeURIComponent(this.me.id)}`);
    const known = this.messages(place);
    for (const message of list) {
      const before = known.get(message.id);
      if (!before || before.version <= message.version) known.set(message.id, message);
    }
    const there = new Set(list.map((m) => m.id));
    const newest = list.length ? number(list[list.length - 1].id) : 0;
    for (const id of known.keys()) {
      if (!there.has(id) && number(id) < newest) known.delete(id);
    }
  },

  /** Opens the live line as the present person; calls back for each event. */
  watch(on) {
    if (this.stream) this.stream.close();
    const stream = new EventSource("/sandbox/api/events?as=" + encodeURIComponent(this.me.id));
    this.stream = stream;
    for (const name of ["message", "gone", "typing", "thread"]) {
      stream.addEventListener(name, (e) => on[name](JSON.parse(e.data)));
    }
    let lost = false;
    stream.onerror = () => { lost = true; on.lost(true); };
    stream.onopen = () => {
      on.lost(false);
      if (lost) on.again();
      lost = false;
    };
  },
};

function number(id) {
  return Number(id.slice(id.indexOf(":") + 1));
}

/** An element: make("p", {class: "x", text: "y"}, child, …). */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name === "on") for (const [e, f] of Object.entries(value)) element.addEventListener(e, f);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 5000);
}
