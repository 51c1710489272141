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
  const show = (mark) => {
    if (shown === mark) return;
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
    const at = mark.getBoundingClientRect(), box = tip.getBoundingClientRect();
    const narrow = innerWidth < 600 && at.bottom + 6 < innerHeight - box.height;
    const below = at.bottom + 6 + box.height < innerHeight;
    tip.style.left = narrow ? "8px" : Math.max(8, Math.min(at.left, innerWidth - box.width - 8)) + "px";
    tip.style.top = narrow ? innerHeight - box.height - 8 + "px" : Math.max(8, below ? at.bottom + 6 : at.top - box.height - 6) + "px";
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
  addEventListener("scroll", () => { if (!pinned) hide(); }, { passive: true });
  for (const link of document.querySelectorAll(".goto, .card h3 a")) {
    link.addEventListener("click", (event) => {
      const at = document.querySelector(link.getAttribute("href"));
      const mark = at && at.parentNode.querySelector(link.getAttribute("href") + " ~ .q");
      if (!mark) return;
      event.preventDefault(); event.stopPropagation();
      mark.scrollIntoView({ block: "center" });
      hide(); marks(mark).forEach((m) => m.classList.add("on")); shown = mark; mark.focus({ preventScroll: true });
    });
  }
  const reveal = () => {
    const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = at && at.closest("details:not([open])");
    if (closed) { closed.open = true; at.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();
  for (const box of document.querySelectorAll("[data-kind]")) {
    box.addEventListener("change", () => document.body.classList.toggle("no-" + box.dataset.kind, !box.checked));
  }
})();
