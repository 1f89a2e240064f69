// Tells the board that a telephone number was pressed, so that its employer knows how many called: the number of times, nothing
// about who.
//
//   <a href="tel:0470000000" data-note="/offres/7K2M4P/appel">

"use strict";

document.addEventListener("click", event => {
    const link = event.target.closest("a[data-note]");
    if (link) fetch(link.dataset.note, { method: "POST", keepalive: true }).catch(() => {});
});
