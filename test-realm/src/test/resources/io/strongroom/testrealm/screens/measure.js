// What is wrong with the page as it is laid out now, as a list of sentences.
() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 160)}`);
  const hides = (style) => style.overflowX !== "visible" || style.textOverflow !== "clip";

  document.querySelectorAll("[hidden]").forEach((element) => (element.hidden = false));
  if (document.documentElement.scrollWidth > width) wrong.push(`scrolls: ${document.documentElement.scrollWidth} > ${width}`);

  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("option, svg, script, .kc-tooltip-text") || !element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2) continue; // for screen readers only
    if (box.right > width + 1 || box.left < -1) say(`from ${Math.round(box.left)} to ${Math.round(box.right)}`, element);
    const style = getComputedStyle(element);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && (hides(style) || element.matches("button, a"))) {
      if (!element.matches("input, select")) say(`text of ${element.scrollWidth} in ${element.clientWidth}`, element);
    }
  }
  return wrong;
}
