"use strict";
// How messages look. One structure for all panes; the style sheet makes the difference.
const Messages = {
  /** Shows a message in the rows, new or changed. */
  show(rows, message, actions) {
    const old = rows.querySelector(`[data-id="${message.id}"]`);
    if (old) {
      if (old.dataset.version !== String(message.version)) Messages.change(old, message, actions);
      return old;
    }
    const row = Messages.row(message, actions);
    const after = [...rows.children].reverse().find((r) => number(r.dataset.id) < number(message.id));
    if (after) after.after(row);
    else rows.prepend(row);
    Messages.group(row);
    if (row.nextElementSibling) Messages.group(row.nextElementSibling);
    return row;
  },

  row(message, actions) {
    const mine = message.author === Sandbox.me.id;
    const person = Sandbox.person(message.author);
    const name = message.bot ? "Switchboard" : person ? person.name : message.author;
    const at = new Date(message.at);
    const clock = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const when = () => make("time", { datetime: message.at, title: at.toLocaleString(), text: clock });
    const body = make("div", { class: "body", dir: "auto" });
    const row = make("article", {
      class: ["msg", mine && "mine", message.bot && "bot", message.personal && "personal"]
        .filter(Boolean).join(" "),
      "data-id": message.id, "data-author": message.author,
    },
      avatar(message.bot ? null : person),
      make("div", { class: "stack" },
        make("div", { class: "bubble" },
          message.replyTo && Messages.reference(message, actions),
          make("div", { class: "by" },
            make("b", { class: person ? "c-" + person.handle : "c-bot", text: name }),
            message.bot && make("span", { class: "tag", text: Sandbox.say("bot") }),
            when()),
          message.title && make("h3", { class: "title", dir: "auto", text: message.title }),
          body,
          make("div", { class: "when" }, when())),
        make("div", { class: "keys" }),
        message.personal && make("p", { class: "only", text: Sandbox.say("only.you") })),
      make("button", {
        class: "reply", type: "button", title: Sandbox.say("reply"), "aria-label": Sandbox.say("reply"),
        on: { click: () => actions.reply(message) },
      }, icon("M9 5 3 11l6 6v-4c6 0 9 2 12 6 0-8-5-10-12-10z")));
    Messages.change(row, message, actions);
    return row;
  },

  reference(message, actions) {
    const to = Sandbox.messages(message.place).get(message.replyTo);
    if (!to) return null;
    const name = to.bot ? "Switchboard" : (Sandbox.person(to.author) || {}).name;
    return make("button", {
      class: "ref", type: "button", on: { click: () => actions.find(message.replyTo) },
    }, make("b", { text: name }), make("span", { dir: "auto", text: to.text.slice(0, 120) }));
  },

  change(row, message, actions) {
    row.dataset.version = message.version;
    const body = row.querySelector(".body");
    if (message.html) {
      body.innerHTML = message.html; // Sanitised by the server; the page's policy runs no script in it.
      Messages.finish(body);
    } else {
      body.classList.add("plain");
      body.textContent = message.text;
    }
    row.querySelector(".keys").replaceChildren(
      ...message.buttons.map((line) => make("div", {}, ...line.map((b) => Messages.key(b, message, actions)))));
  },

  key(button, message, actions) {
    if (button.url) {
      return make("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", text: button.label },
        icon("M14 4h6v6l-2.3-2.3-7 7-1.4-1.4 7-7zM5 6h6v2H7v9h9v-4h2v6H5z"));
    }
    return make("button", {
      type: "button", text: button.label, on: { click: (e) => actions.press(message, button, e.currentTarget) },
    });
  },

  /** Makes the most of what the server sent: code in colours, times in the reader's zone. */
  finish(body) {
    for (const table of body.querySelectorAll("table")) {
      const scroll = make("div", { class: "scroll", tabindex: "0" });
      table.replaceWith(scroll);
      scroll.append(table);
    }
    for (const code of body.querySelectorAll("pre > code")) Messages.code(code);
    for (const time of body.querySelectorAll("time[datetime]")) {
      const at = new Date(time.getAttribute("datetime"));
      if (!isNaN(at)) {
        time.textContent = at.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
      }
    }
    for (const link of body.querySelectorAll("a[href]")) link.target = "_blank";
  },

  code(code) {
    const language = (code.className.match(/language-([\w.+#-]+)/) || [])[1] || "";
    const text = code.textContent;
    if (window.hljs && hljs.getLanguage(language)) hljs.highlightElement(code);
    const box = make("div", { class: "code" },
      make("div", { class: "bar" }, make("span", { text: language }), copyButton(() => text)));
    code.parentElement.replaceWith(box);
    box.append(make("pre", { tabindex: "0" }, code));
  },

  /** Messages of one person that follow each other stand together. */
  group(row) {
    const before = row.previousElementSibling;
    const same = before && before.dataset.author === row.dataset.author
      && !row.querySelector(".ref")
      && new Date(row.querySelector("time").dateTime) - new Date(before.querySelector("time").dateTime) < 3e5;
    row.classList.toggle("again", Boolean(same));
  },
};

function avatar(person) {
  if (!person) return make("span", { class: "avatar a-bot", "aria-hidden": "true" });
  return make("span", { class: "avatar a-" + person.handle, "aria-hidden": "true", text: [...person.name][0] });
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function copyButton(text) {
  const button = make("button", { type: "button", class: "copy", "aria-label": Sandbox.say("copy") });
  const still = icon("M8 3h11v13h-2V5H8zM5 7h10v14H5zm2 2v10h6V9z");
  const done = icon("m9 16.2-4.2-4.2-1.4 1.4L9 19 21 7l-1.4-1.4z");
  button.append(still);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    still.replaceWith(done);
    setTimeout(() => done.replaceWith(still), 1500);
  });
  return button;
}
