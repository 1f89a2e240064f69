// Completes what is typed into a field, from /api/v1/suggestions.
//
//   <input name="q" data-suggest="metier employeur">
//
// `data-suggest` names the kinds wanted, separated by spaces: metier, employeur, commune. Choosing fills the field and sends it
// the event `suggestion`, whose `detail` is the suggestion as the API gives it: {type, texte, code, offres}. A `list` of the
// page serves where this script does not run, and is taken off where it does.
//
// The pattern is the editable combobox with list autocompletion of the ARIA Authoring Practices.

"use strict";

const pause = 120; // Milliseconds without a key before asking.
const most = 8;
const kept = new Map(); // Answers by address, the oldest forgotten first.
const mostKept = 50;

async function ask(text, kinds, signal) {
    const query = new URLSearchParams({ q: text, limite: most });
    for (const kind of kinds) query.append("type", kind);
    const address = "/api/v1/suggestions?" + query;
    if (kept.has(address)) return kept.get(address);
    const response = await fetch(address, { signal });
    if (!response.ok) return [];
    const { suggestions } = await response.json();
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value);
    kept.set(address, suggestions);
    return suggestions;
}

class Combobox {
    constructor(input, number) {
        this.input = input;
        this.kinds = input.dataset.suggest.split(" ").filter(Boolean);
        this.active = -1;
        this.options = [];

        this.list = document.createElement("ul");
        this.list.id = `suggestions-${number}`;
        this.list.className = "suggestions";
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", "Suggestions");
        this.list.hidden = true;
        this.status = document.createElement("span");
        this.status.className = "visually-hidden";
        this.status.setAttribute("role", "status");
        const frame = document.createElement("span");
        frame.className = "combobox";
        const isFocused = document.activeElement === input;
        input.replaceWith(frame);
        frame.append(input, this.list, this.status);
        if (isFocused) input.focus();

        input.removeAttribute("list");
        input.autocomplete = "off";
        input.setAttribute("role", "combobox");
        input.setAttribute("aria-autocomplete", "list");
        input.setAttribute("aria-expanded", "false");
        input.setAttribute("aria-controls", this.list.id);
        input.addEventListener("input", () => this.typed());
        input.addEventListener("keydown", event => this.key(event));
        input.addEventListener("blur", () => this.close());
        // The field keeps the focus while the list is clicked.
        this.list.addEventListener("pointerdown", event => event.preventDefault());
        this.list.addEventListener("click", event => {
            const option = event.target.closest("[role=option]");
            if (option) this.choose(this.options.indexOf(option));
        });
    }

    typed() {
        clearTimeout(this.timer);
        this.request?.abort();
        if (this.input.value.trim().length < 2) return this.close();
        this.timer = setTimeout(() => this.refresh(), pause);
    }

    async refresh() {
        this.request = new AbortController();
        const { signal } = this.request;
        let found = [];
        try {
            found = await ask(this.input.value.trim(), this.kinds, signal);
        } catch {
            if (signal.aborted) return;
            // Without an answer the field is a plain one.
        }
        if (signal.aborted || document.activeElement !== this.input) return;
        this.show(found);
    }

    show(found) {
        this.found = found;
        this.options = found.map((suggestion, index) => {
            const option = document.createElement("li");
            option.id = `${this.list.id}-${index}`;
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            option.textContent = suggestion.texte;
            if (suggestion.offres > 0) {
                const count = document.createElement("span");
                count.className = "hint";
                count.textContent = ` ${suggestion.offres}\u00A0offre${suggestion.offres > 1 ? "s" : ""}`;
                option.append(count);
            }
            return option;
        });
        this.list.replaceChildren(...this.options);
        this.activate(-1);
        this.list.hidden = found.length === 0;
        this.input.setAttribute("aria-expanded", String(found.length > 0));
        this.status.textContent =
            found.length === 0 ? "Aucune suggestion"
                : `${found.length} suggestion${found.length > 1 ? "s" : ""}, flèches haut et bas pour choisir`;
    }

    close() {
        clearTimeout(this.timer);
        this.request?.abort();
        if (this.list.hidden) return;
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
        this.status.textContent = "";
        this.activate(-1);
    }

    activate(index) {
        this.options[this.active]?.setAttribute("aria-selected", "false");
        this.active = index;
        const option = this.options[index];
        option?.setAttribute("aria-selected", "true");
        option?.scrollIntoView({ block: "nearest" });
        if (option) this.input.setAttribute("aria-activedescendant", option.id);
        else this.input.removeAttribute("aria-activedescendant");
    }

    choose(index) {
        const suggestion = this.found[index];
        this.input.value = suggestion.texte;
        this.close();
        this.input.dispatchEvent(new CustomEvent("suggestion", { bubbles: true, detail: suggestion }));
    }

    key(event) {
        const isOpen = !this.list.hidden;
        switch (event.key) {
        case "ArrowDown":
        case "ArrowUp": {
            if (!isOpen) {
                if (event.key === "ArrowDown" && this.input.value.trim().length > 1) this.refresh();
                return;
            }
            // One place more than there are options: the field itself.
            const places = this.options.length + 1;
            const step = event.key === "ArrowDown" ? 1 : places - 1;
            this.activate((this.active + 1 + step) % places - 1);
            break;
        }
        case "Enter":
            if (!isOpen || this.active < 0) return;
            this.choose(this.active);
            break;
        case "Escape":
            if (!isOpen) return;
            this.close();
            break;
        default:
            return;
        }
        event.preventDefault();
    }
}

document.querySelectorAll("input[data-suggest]").forEach((input, index) => new Combobox(input, index + 1));
