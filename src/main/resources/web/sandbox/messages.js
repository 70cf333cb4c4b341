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
    const body = make("div", { class: "body text", dir: "auto" });
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
          message.file && Messages.file(message),
          body,
          make("div", { class: "when" }, when())),
        make("div", { class: "keys" }),
        message.likes && Messages.like(message, actions),
        message.personal && make("p", { class: "only", text: Sandbox.say("only.you") })),
      make("button", {
        class: "reply", type: "button", title: Sandbox.say("reply"), "aria-label": Sandbox.say("reply"),
        on: { click: () => actions.reply(message) },
      }, Parts.icon("M9 5 3 11l6 6v-4c6 0 9 2 12 6 0-8-5-10-12-10z")));
    Messages.change(row, message, actions);
    return row;
  },

  /** A picture is shown, sound has a player, the rest is to be saved. */
  file(message) {
    const { kind, name, description } = message.file;
    const src = `/sandbox/api/files/${number(message.id)}?as=${encodeURIComponent(Sandbox.me.id)}`;
    if (kind === "picture") {
      return make("a", { class: "picture", href: src, target: "_blank" },
        make("img", { src, alt: description || name, title: description }));
    }
    if (kind === "voice" || kind === "audio") {
      return make("audio", { class: "sound", controls: "", preload: "metadata", src, "aria-label": name });
    }
    return make("a", { class: "file", href: src, download: name, text: name },
      Parts.icon("M12 3v10.6l3.3-3.3 1.4 1.4L12 16.4l-4.7-4.7 1.4-1.4 2.3 3.3V3zM5 19h14v2H5z"));
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
    if (message.likes) Messages.liked(row.querySelector(".like"), message);
    row.querySelector(".keys").replaceChildren(
      ...message.buttons.map((line) => make("div", {}, ...line.map((b) => Messages.key(b, message, actions)))));
  },

  /** Stays the same element for good, so whoever is at it with the keyboard stays there. */
  like(message, actions) {
    return make("button", {
      class: "like", type: "button", on: { click: (e) => actions.like(message.id, e.currentTarget) },
    }, make("span", { "aria-hidden": "true", text: "👍" }), make("b", {}));
  },

  liked(button, message) {
    const count = message.likes.length;
    button.setAttribute("aria-pressed", message.likes.includes(Sandbox.me.id));
    button.setAttribute("aria-label", count ? `${Sandbox.say("like")} (${count})` : Sandbox.say("like"));
    button.title = message.likes.map((id) => (Sandbox.person(id) || { name: id }).name).join(", ") || Sandbox.say("like");
    button.querySelector("b").textContent = count || "";
  },

  key(button, message, actions) {
    if (button.url) {
      return make("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", text: button.label },
        Parts.icon("M14 4h6v6l-2.3-2.3-7 7-1.4-1.4 7-7zM5 6h6v2H7v9h9v-4h2v6H5z"));
    }
    return make("button", {
      type: "button", text: button.label, on: { click: (e) => actions.press(message, button, e.currentTarget) },
    });
  },

  /** Makes the most of what the server sent: code in colours, times in the reader's zone. */
  finish(body) {
    Parts.tables(body);
    const words = { copy: Sandbox.say("copy") };
    for (const code of body.querySelectorAll("pre > code")) Parts.code(code, words, false);
    Parts.times(body, []);
    for (const link of body.querySelectorAll("a[href]")) link.target = "_blank";
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
