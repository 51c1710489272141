(() => {
  const tip = document.getElementById("tip");
  let pinned = null, shown = null;
  const sheet = (mark) => mark.closest(".sheet").id.slice(1);
  const ids = (mark) => mark.dataset.c.trim().split(" ");
  const marks = (mark) => {
    const id = ids(mark)[0];
    return mark.closest(".text").querySelectorAll('.q[data-c~="' + id + '"]');
  };
  const hide = () => {
    if (shown) { marks(shown).forEach((m) => m.classList.remove("on")); shown.removeAttribute("aria-describedby"); }
    shown = null; pinned = null; tip.hidden = true; tip.replaceChildren();
  };
  const place = () => {
    const at = shown.getBoundingClientRect(), box = tip.getBoundingClientRect();
    const room = innerHeight - box.height - 8;
    const narrow = innerWidth < 600 && at.bottom + 6 < room;
    const top = narrow ? room : at.bottom + 6 < room ? at.bottom + 6 : at.top - box.height - 6;
    tip.style.left = narrow ? "8px" : Math.max(8, Math.min(at.left, innerWidth - box.width - 8)) + "px";
    tip.style.top = Math.max(8, Math.min(top, room)) + "px";
    tip.style.visibility = at.bottom < 0 || at.top > innerHeight ? "hidden" : "visible";
  };
  const show = (mark) => {
    if (shown === mark && !tip.hidden) return;
    hide();
    shown = mark;
    for (const id of ids(mark)) {
      const copy = document.getElementById("c" + sheet(mark) + "-" + id).cloneNode(true);
      copy.removeAttribute("id");
      copy.querySelectorAll("a").forEach((a) => a.replaceWith(...a.childNodes));
      tip.append(copy);
    }
    marks(mark).forEach((m) => m.classList.add("on"));
    mark.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    place();
  };
  for (const mark of document.querySelectorAll(".q")) {
    mark.addEventListener("mouseenter", () => { if (!pinned) show(mark); });
    mark.addEventListener("mouseleave", () => { if (!pinned) hide(); });
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", hide);
    mark.addEventListener("click", (event) => { event.preventDefault(); const again = pinned === mark; show(mark); pinned = again ? null : mark; });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => { if (!event.target.closest(".q, #tip")) hide(); });
  addEventListener("scroll", () => {
    if (!shown) return;
    if (pinned || shown === document.activeElement) place(); else hide();
  }, { passive: true });
  for (const link of document.querySelectorAll(".goto, .card h3 a")) {
    link.addEventListener("click", (event) => {
      const at = document.querySelector(link.getAttribute("href"));
      const mark = at && at.parentNode.querySelector(link.getAttribute("href") + " ~ .q");
      if (!mark) return;
      event.preventDefault(); event.stopPropagation();
      mark.scrollIntoView({ block: "center" });
      hide();
      mark.focus({ preventScroll: true });
      show(mark);
    });
  }
  const reveal = () => {
    const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const shut = at && at.closest("details:not([open])");
    if (shut) { shut.open = true; at.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
  const wide = matchMedia("(min-width: 60.01rem)");
  for (const link of document.querySelectorAll('a[href^="#f"]')) {
    link.addEventListener("click", (event) => {
      if (!wide.matches) return; // findings stand beside the text: the reader's place is kept
      event.preventDefault();
      const at = document.getElementById(link.getAttribute("href").slice(1));
      for (let up = at.closest("details"); up; up = up.parentNode.closest("details")) up.open = true;
      document.querySelectorAll(".verdict.on").forEach((other) => other.classList.remove("on"));
      at.classList.add("on");
      at.scrollIntoView({ block: "nearest" });
      at.focus({ preventScroll: true });
    });
  }
  const closed = () => document.querySelectorAll(".verdicts details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...closed()]; opened.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));
  for (const box of document.querySelectorAll("[data-kind]")) {
    box.addEventListener("change", () => document.body.classList.toggle("no-" + box.dataset.kind, !box.checked));
  }
})();
