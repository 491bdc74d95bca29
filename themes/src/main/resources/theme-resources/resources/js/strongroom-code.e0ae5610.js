// The name carries the first eight hex digits of this file's SHA-256, because the server lets browsers keep it for long:
// rename the file, and the templates' references, with every change.

// The page asks itself at these times, in seconds after the one before, whether the message has left. After three minutes
// the server says of a message that it does not know.
const POLLS = [1, 1, 2, 3, 5, ...Array(18).fill(10)];
// A submit that got no answer for so long may be tried again.
const SUBMIT_AGAIN_AFTER = 15;

const find = (root, name) => root.querySelector(`[data-strongroom-${name}]`);
const form = find(document, "form");
let leaving = false;

if (form) {
  form.addEventListener("submit", submitOnce);
  // A page that comes back by the back button starts anew.
  addEventListener("pageshow", (event) => event.persisted && release());
  countDown();
  poll(POLLS);
}

function submitOnce(event) {
  if (leaving || event.submitter?.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  leaving = true;
  // Only after the form data was gathered: a disabled button would not be part of it.
  setTimeout(() => {
    if (!event.defaultPrevented) {
      form.querySelectorAll("button").forEach((button) => (button.disabled = true));
    }
  });
  setTimeout(release, SUBMIT_AGAIN_AFTER * 1000);
}

function release() {
  leaving = false;
  form.querySelectorAll("button").forEach((button) => (button.disabled = false));
}

// The server enforces the wait; this only shows it. The number is not read aloud, its end is.
function countDown() {
  const sentence = find(document, "wait");
  if (!sentence) return;
  const button = form.querySelector("button[name=resend]");
  const looks = (button?.dataset.strongroomDisabledClass ?? "").split(" ").filter(Boolean);
  const seconds = new Intl.NumberFormat(document.documentElement.lang || "en", {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
  });
  const end = performance.now() + Number(sentence.dataset.strongroomWait) * 1000;

  button?.setAttribute("aria-disabled", "true");
  button?.classList.add(...looks);

  const tick = () => {
    if (!sentence.isConnected) return;
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left > 0) {
      sentence.querySelector("span").textContent = seconds.format(left);
      setTimeout(tick, 1000);
      return;
    }
    const ready = find(document, "ready");
    ready.textContent = ready.dataset.strongroomReady;
    sentence.remove();
    button?.removeAttribute("aria-disabled");
    button?.classList.remove(...looks);
  };
  tick();
}

function poll([next, ...rest]) {
  const status = find(document, "status");
  if (next === undefined || status?.dataset.strongroomStatus !== "sending") return;
  setTimeout(async () => {
    const page = leaving ? null : await fetchOwnPage();
    if (leaving) return;
    if (page) show(page, status);
    poll(rest);
  }, next * 1000);
}

// Null when the login has moved on, in another tab perhaps, or when the network is away.
async function fetchOwnPage() {
  const address = new URL(location.href);
  // The code of a form works once: asking with it would use up the form on this page.
  address.searchParams.delete("session_code");
  address.hash = "";
  try {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store", redirect: "manual" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

// Changes what is inside the two places, never the places themselves, the input or the focus.
function show(page, status) {
  const newStatus = find(page, "status");
  if (!newStatus || newStatus.dataset.strongroomStatus === status.dataset.strongroomStatus) return;
  status.dataset.strongroomStatus = newStatus.dataset.strongroomStatus;
  status.replaceChildren(...newStatus.childNodes);

  const resend = find(document, "resend");
  const newResend = find(page, "resend");
  if (resend && newResend && !resend.contains(document.activeElement)) {
    resend.replaceChildren(...newResend.childNodes);
    countDown();
  }
}
