"use strict";
// The windows: which places there are, what each shows, and what happens there.
const windows = {};
const stage = document.getElementById("stage");

const chips = [
  { key: "ask", ask: "ask" }, { key: "long", ask: "long" }, { key: "table", ask: "table" },
  { key: "code", ask: "code" }, { key: "maths", ask: "maths" }, { key: "share", send: "/share" }, { key: "help", send: "/help" },
  { key: "admin", send: "/limit show @ben", admin: true },
];

function rooms(kind) {
  if (kind === "telegram") {
    return [
      { place: Sandbox.me.place, name: Sandbox.say("private"), about: Sandbox.say("private.about"),
        sign: "bot", tab: "private" },
      { place: "sandbox:telegram", name: Sandbox.say("group"), about: Sandbox.say("telegram.about"),
        sign: "group", tab: "telegram" },
    ];
  }
  return [
    { place: "sandbox:discord", name: "general", about: Sandbox.say("discord.about"), sign: "hash",
      tab: "discord" },
    ...[...Sandbox.threads].map(([place, title]) => ({ place, name: title, about: Sandbox.say("thread"),
      sign: "thread" })),
    { place: "sandbox:community", name: Sandbox.say("community"), about: Sandbox.say("community.about"),
      sign: "star", tab: "community", silent: true },
    ...(Sandbox.me.role === "admin" ? [{ place: "sandbox:staff", name: Sandbox.say("staff"),
      about: Sandbox.say("staff.about"), sign: "hash", tab: "staff" }] : []),
  ];
}

class Pane {
  constructor(kind) {
    this.kind = kind;
    const node = document.getElementById("window").content.cloneNode(true);
    this.element = node.querySelector(".window");
    this.element.classList.add(kind);
    this.element.setAttribute("aria-label", Sandbox.say(kind));
    this.log = node.querySelector(".log");
    this.rows = node.querySelector(".rows");
    this.typing = node.querySelector(".typing");
    this.chips = node.querySelector(".chips");
    this.composer = new Composer(node.querySelector(".composer"), node.querySelector(".quote"),
      (text, replyTo) => this.say(text, replyTo));
    this.composer.form.querySelector(".send").setAttribute("aria-label", Sandbox.say("send"));
    node.querySelector(".drop").setAttribute("aria-label", Sandbox.say("stop.replying"));
    this.actions = {
      reply: (message) => this.composer.reply(message),
      press: (message, button, element) => this.press(message, button, element),
      like: (id, element) => this.like(id, element),
      find: (id) => {
        const row = this.rows.querySelector(`[data-id="${id}"]`);
        if (row) row.scrollIntoView({ block: "center", behavior: "smooth" });
      },
    };
    stage.append(this.element);
  }

  async open(room) {
    this.room = room;
    Sandbox.unread.delete(room.place);
    this.rows.replaceChildren();
    this.composer.reply(null);
    this.element.querySelector(".head h2").textContent = room.name;
    this.element.querySelector(".head p").textContent = room.about;
    this.element.querySelector(".head .sign").className = "sign s-" + room.sign;
    this.element.classList.toggle("silent", Boolean(room.silent));
    this.element.classList.toggle("alone", room.place === Sandbox.me.place);
    this.composer.field.placeholder = Sandbox.say(this.meant() ? "ask.private" : "ask.group");
    this.composer.field.setAttribute("aria-label", this.composer.field.placeholder);
    this.composer.fit();
    this.log.setAttribute("aria-label", room.name);
    this.offer();
    nav();
    await Sandbox.load(room.place);
    if (this.room === room) this.all();
  }

  /** Whether the bot is meant there without being named. */
  meant() {
    return this.room.place === Sandbox.me.place || this.room.place.startsWith("sandbox:thread/");
  }

  all() {
    for (const message of Sandbox.messages(this.room.place).values()) {
      Messages.show(this.rows, message, this.actions);
    }
    this.empty();
    this.down();
  }

  show(message) {
    const near = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 160;
    Messages.show(this.rows, message, this.actions);
    if (message.bot) this.sign(false);
    this.empty();
    if (near || message.author === Sandbox.me.id) this.down();
  }

  gone(id) {
    const row = this.rows.querySelector(`[data-id="${id}"]`);
    if (row) row.remove();
    this.empty();
  }

  down() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  empty() {
    const old = this.log.querySelector(".welcome");
    if (old) old.remove();
    if (this.rows.children.length) return;
    const key = this.room.silent ? "empty.community" : this.room.tab === "staff" ? "empty.staff" : this.room.sign === "thread" ? "thread"
      : this.meant() ? "empty.private" : "empty.group";
    this.log.prepend(make("div", { class: "welcome" },
      make("span", { class: "avatar a-bot large" }),
      make("h3", { text: this.room.name }),
      make("p", { text: Sandbox.say(key) })));
  }

  offer() {
    const before = this.meant() ? "" : "@switchboard ";
    this.chips.replaceChildren(
      make("span", { text: Sandbox.say("try") }),
      ...chips.filter((c) => !c.admin || Sandbox.me.role === "admin").map((chip) =>
        make("button", {
          type: "button", text: Sandbox.say("chip." + chip.key),
          on: { click: () => this.say(chip.send || before + Sandbox.say("prompt." + chip.ask), null) },
        })));
  }

  sign(on) {
    clearTimeout(this.timer);
    this.typing.textContent = on ? Sandbox.say("typing") : "";
    this.typing.classList.toggle("on", on);
    if (on) this.timer = setTimeout(() => this.sign(false), 6000);
  }

  async say(text, replyTo) {
    try {
      const message = await Sandbox.post("/messages", { place: this.room.place, text, replyTo });
      take(message);
      this.down();
      return true;
    } catch (e) {
      toast(Sandbox.say("failed") + " " + e.message);
      return false;
    }
  }

  async press(message, button, element) {
    element.disabled = true;
    try {
      await Sandbox.post("/presses", { message: message.id, action: button.action });
    } catch (e) {
      toast(e.message);
    }
    setTimeout(() => { element.disabled = false; }, 800);
  }

  /** Says what is wanted, not that it changes: twice is once. */
  async like(id, element) {
    if (element.getAttribute("aria-busy")) return;
    element.setAttribute("aria-busy", "true");
    try {
      take(await Sandbox.post("/likes", { message: id, liked: element.getAttribute("aria-pressed") !== "true" }));
    } catch (e) {
      toast(e.message);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }
}

/** A message came, from the live line or as the answer to one's own. */
function take(message) {
  const known = Sandbox.messages(message.place);
  const before = known.get(message.id);
  if (before && before.version >= message.version) return;
  known.set(message.id, message);
  const pane = Object.values(windows).find((w) => w.room && w.room.place === message.place);
  if (pane) pane.show(message);
  if (!before && (!pane || !onStage(pane)) && message.author !== Sandbox.me.id) {
    Sandbox.unread.set(message.place, (Sandbox.unread.get(message.place) || 0) + 1);
    nav();
  }
}

function onStage(pane) {
  return getComputedStyle(pane.element).display !== "none";
}

function nav() {
  const tabs = [];
  for (const pane of Object.values(windows)) {
    const list = rooms(pane.kind);
    const item = (room, small) => make("button", {
      type: "button", class: small ? "tab" : "room",
      "aria-current": pane.room && pane.room.place === room.place
        && (!small || stage.dataset.shown === pane.kind) ? "true" : null,
      on: { click: () => { stage.dataset.shown = pane.kind; pane.open(room); } },
    }, make("span", { class: "sign s-" + room.sign, "aria-hidden": "true" }),
      make("span", { class: "name", text: small && room.tab === "discord" ? "#" + room.name : room.name }),
      Sandbox.unread.get(room.place) ? make("i", { text: Sandbox.unread.get(room.place) }) : null);
    pane.element.querySelector(".rooms").replaceChildren(
      make("p", { text: Sandbox.say(pane.kind) }), ...list.map((r) => item(r, false)));
    const thread = list.findLast((r) => r.sign === "thread"); // One more tab would not fit.
    tabs.push(...list.filter((r) => r.tab || r === thread).map((r) => item(r, true)));
  }
  document.getElementById("tabs").replaceChildren(...tabs);
}

async function become(person) {
  Sandbox.me = person;
  try { localStorage.setItem("sandbox-me", person.id); } catch (e) { /* Then not remembered. */ }
  Sandbox.places.clear();
  Sandbox.unread.clear();
  Sandbox.watch({
    message: take,
    gone: (e) => {
      Sandbox.messages(e.place).delete(e.id);
      for (const pane of Object.values(windows)) if (pane.room && pane.room.place === e.place) pane.gone(e.id);
    },
    typing: (e) => {
      for (const pane of Object.values(windows)) if (pane.room && pane.room.place === e.place) pane.sign(true);
    },
    thread: (e) => { Sandbox.threads.set(e.place, e.title); nav(); },
    lost: (is) => document.body.classList.toggle("lost", is),
    again: () => Object.values(windows).forEach((pane) => pane.open(pane.room)),
  });
  const telegram = windows.telegram.room && windows.telegram.room.place === "sandbox:telegram" ? 1 : 0;
  const before = windows.discord.room && windows.discord.room.place;
  const discord = rooms("discord").find((r) => r.place === before) || rooms("discord")[0];
  await Promise.all([windows.discord.open(discord), windows.telegram.open(rooms("telegram")[telegram])]);
}

function who() {
  const field = document.getElementById("who");
  for (const person of Sandbox.scene.people) {
    const radio = make("input", { type: "radio", name: "who", value: person.id,
      on: { change: () => become(person) } });
    radio.checked = person.id === Sandbox.me.id;
    field.append(make("label", { title: Sandbox.say("role." + person.role) }, radio, avatar(person),
      make("span", { class: "name", text: person.name }),
      make("small", { text: Sandbox.say("role." + person.role) })));
  }
}

(async () => {
  Sandbox.scene = await Sandbox.get("/scene");
  document.documentElement.lang = Sandbox.scene.language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = Sandbox.say(element.dataset.text);
  }
  for (const thread of Sandbox.scene.threads) Sandbox.threads.set(thread.place, thread.title);
  let last = null;
  try { last = localStorage.getItem("sandbox-me"); } catch (e) { /* Then the first. */ }
  Sandbox.me = Sandbox.person(last) || Sandbox.scene.people[0];
  document.getElementById("dashboard").title = Sandbox.say("dashboard.as");
  const account = document.getElementById("account");
  const status = Sandbox.say(Sandbox.scene.demo ? "account.demo" : "account.real");
  document.getElementById("status").textContent = status;
  account.append(make("span", { class: Sandbox.scene.demo ? "lamp demo" : "lamp" }),
    make("span", { text: Sandbox.scene.demo ? Sandbox.say("account.demo.short") : status }),
    make("b", { text: Sandbox.say("connect") }));
  account.addEventListener("click", () => document.getElementById("connect").showModal());
  stage.dataset.shown = "discord";
  windows.discord = new Pane("discord");
  windows.telegram = new Pane("telegram");
  who();
  await become(Sandbox.me);
})().catch((e) => toast(String(e.message || e)));
