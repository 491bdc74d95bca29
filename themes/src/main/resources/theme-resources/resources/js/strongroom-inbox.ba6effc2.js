// The file name contains the first eight hex digits of the file's SHA-256, because browsers cache it for long: rename the
// file and update the template with every change.

const root = document.documentElement;
const darkClass = root.dataset.strongroomDarkClass;
const dark = matchMedia("(prefers-color-scheme: dark)");
const find = (page, name) => page.querySelector(`[data-strongroom-${name}]`);
const messages = find(document, "messages");

if (darkClass) {
  const look = () => root.classList.toggle(darkClass, dark.matches);
  dark.addEventListener("change", look);
  look();
}

messages.addEventListener("click", copy);
offerCopying();
setInterval(renew, 1000);

async function renew() {
  if (document.hidden) return;
  let page;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // the server may be restarting: try again in a second
  }
  const fresh = find(page, "messages");
  if (!fresh) return;

  // Messages never change: adds new ones on top, removes those that are gone, and leaves the rest and the focus alone.
  const keys = (list) => new Set([...list.children].map((message) => message.dataset.key));
  const known = keys(messages);
  const current = keys(fresh);
  [...messages.children].filter((message) => !current.has(message.dataset.key)).forEach((message) => message.remove());
  messages.prepend(...[...fresh.children].filter((message) => !known.has(message.dataset.key)));
  offerCopying();

  const count = find(document, "count");
  const text = find(page, "count").textContent;
  if (count.textContent !== text) count.textContent = text;
}

function offerCopying() {
  if (!navigator.clipboard) return;
  messages.querySelectorAll("[data-strongroom-copy][hidden]").forEach((button) => (button.hidden = false));
}

async function copy(event) {
  const button = event.target.closest("[data-strongroom-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.strongroomCopy);
  const label = button.textContent;
  button.textContent = messages.dataset.copied;
  setTimeout(() => (button.textContent = label), 1500);
}
