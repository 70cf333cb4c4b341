"use strict";
// Where one writes: grows with the text, offers commands after / and names after @.
class Composer {
  constructor(form, quote, send) {
    this.form = form;
    this.quote = quote;
    this.field = form.querySelector("textarea");
    this.menu = form.querySelector(".menu");
    this.replyTo = null;
    this.send = send;
    this.chosen = 0;
    form.addEventListener("submit", (e) => { e.preventDefault(); this.submit(); });
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (e) => this.key(e));
    this.field.addEventListener("blur", () => setTimeout(() => { this.menu.hidden = true; }, 150));
    new ResizeObserver(() => this.fit()).observe(form);
    quote.querySelector(".drop").addEventListener("click", () => this.reply(null));
  }

  reply(message) {
    this.replyTo = message;
    this.quote.hidden = !message;
    if (message) {
      const name = message.bot ? "Switchboard" : Sandbox.person(message.author).name;
      this.quote.querySelector("span").textContent =
        `${Sandbox.say("replying")} ${name}: ${message.text.slice(0, 80)}`;
      this.field.focus();
    }
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const replyTo = this.replyTo ? this.replyTo.id : null;
    this.field.value = "";
    this.changed();
    this.reply(null);
    if (!await this.send(text, replyTo)) {
      this.field.value = text; // Nothing typed is lost.
      this.changed();
    }
  }

  /** As high as what stands in it, also where that is only the hint. */
  fit() {
    this.field.style.height = "auto";
    this.field.style.height = Math.min(this.field.scrollHeight, 180) + "px";
  }

  changed() {
    this.fit();
    this.form.classList.toggle("full", this.field.value.trim() !== "");
    this.offer();
  }

  /** What could be meant by what stands before the caret. */
  choices() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const command = before.match(/^\/([\w-]*)$/);
    if (command) {
      const admin = Sandbox.me.role === "admin";
      return Sandbox.scene.commands
        .filter((c) => c.name.startsWith(command[1].toLowerCase()) && (admin || !c.admin))
        .map((c) => ({
          label: "/" + c.name, note: c.description,
          options: c.options.map((o) => (o.required ? o.name : `[${o.name}]`)).join(" "),
          put: `/${c.name} `, length: command[0].length, whole: !c.options.some((o) => o.required),
        }));
    }
    const name = before.match(/(?:^|\s)@(\w*)$/);
    if (name) {
      return [{ handle: "switchboard", name: "Switchboard" }, ...Sandbox.scene.people]
        .filter((p) => p.handle.startsWith(name[1].toLowerCase()))
        .map((p) => ({ label: "@" + p.handle, note: p.name, put: `@${p.handle} `, length: name[1].length + 1 }));
    }
    return [];
  }

  offer() {
    this.offered = this.choices();
    this.chosen = 0;
    this.menu.hidden = this.offered.length === 0;
    this.menu.replaceChildren(...this.offered.map((choice, i) =>
      make("button", {
        type: "button", role: "option", tabindex: "-1",
        on: { mousedown: (e) => { e.preventDefault(); this.chosen = i; this.choose(); } },
      }, make("b", { text: choice.label }),
        choice.options ? make("code", { text: choice.options }) : null,
        make("span", { text: choice.note }))));
    this.mark();
  }

  mark() {
    [...this.menu.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === this.chosen));
      if (i === this.chosen) item.scrollIntoView({ block: "nearest" });
    });
  }

  choose() {
    const choice = this.offered[this.chosen];
    const caret = this.field.selectionStart;
    const start = caret - choice.length;
    const value = this.field.value;
    this.field.value = value.slice(0, start) + choice.put + value.slice(caret);
    this.field.selectionStart = this.field.selectionEnd = start + choice.put.length;
    this.menu.hidden = true;
    this.field.focus();
    this.form.classList.add("full");
  }

  key(e) {
    if (e.isComposing) return; // Enter ends a Chinese or Korean word, not the message.
    const open = !this.menu.hidden;
    if (open && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
      const step = e.key === "ArrowDown" ? 1 : this.offered.length - 1;
      this.chosen = (this.chosen + step) % this.offered.length;
      this.mark();
      e.preventDefault();
    } else if (open && (e.key === "Tab" || e.key === "Enter") && !this.exact()) {
      this.choose();
      e.preventDefault();
    } else if (e.key === "Escape") {
      this.menu.hidden = true;
      this.reply(null);
    } else if (e.key === "Enter" && !e.shiftKey) {
      e.preventDefault();
      this.menu.hidden = true;
      this.submit();
    }
  }

  /** Whether the command stands there whole, so that Enter sends it. */
  exact() {
    const choice = this.offered[this.chosen];
    return choice.whole && this.field.value === choice.label;
  }
}
