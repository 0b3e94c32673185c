/** Runs inline after the story, before the first paint: the linked quotation is in view from the first frame. */

const linked = location.hash === "" && document.querySelector("mark");
if (linked) linked.scrollIntoView({ block: "center", behavior: "instant" });

export {};
