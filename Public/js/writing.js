// Tells, while an offer is being written, what it will be told when it is saved: the law's findings, the pay, the hiring aid, a
// double. The server answers; without this script, or without an answer, each save tells the same.
//
//   <form data-check="/espace/offres/verification"> … <section class="check" hidden><p role="status"></p><div></div></section>

"use strict";

const pause = 700; // Milliseconds without a key before asking.

class WritingCheck {
    constructor(form) {
        this.form = form;
        this.section = form.querySelector(".check");
        this.status = this.section.querySelector("[role=status]");
        this.details = this.section.querySelector("div");
        for (const event of ["input", "suggestion"]) form.addEventListener(event, () => this.changed());
        form.addEventListener("submit", () => this.stop());
    }

    changed() {
        this.stop();
        this.timer = setTimeout(() => this.ask(), pause);
    }

    stop() {
        clearTimeout(this.timer);
        this.request?.abort();
    }

    async ask() {
        this.request = new AbortController();
        const { signal } = this.request;
        try {
            const response = await fetch(this.form.dataset.check, {
                method: "POST", body: new URLSearchParams(new FormData(this.form)), signal,
            });
            const text = await response.text();
            if (!signal.aborted && response.ok) this.show(text);
        } catch {
            // Without an answer the form is a plain one.
        }
    }

    // The summary alone is read out, and only when it says something else than before.
    show(text) {
        if (text === this.shown) return;
        this.shown = text;
        const template = document.createElement("template");
        template.innerHTML = text;
        const summary = template.content.querySelector("[data-summary]");
        summary.remove();
        this.section.hidden = false;
        if (this.status.textContent !== summary.textContent) this.status.textContent = summary.textContent;
        this.details.replaceChildren(template.content);
    }
}

document.querySelectorAll("form[data-check]").forEach(form => new WritingCheck(form));
