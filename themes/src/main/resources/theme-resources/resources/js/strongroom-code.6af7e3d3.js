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
  form.elements[form.dataset.strongroomFocus]?.focus({ preventScroll: true });
  countDown();
  poll(POLLS);
  submitWhatIsPasted();
  receiveMessage();
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

// Never while somebody types: who corrects a digit must not lose an entry.
function submitWhatIsPasted() {
  form.addEventListener("input", (event) => {
    if (event.inputType === "insertFromPaste" && event.target.name === "code") submitWhole(event.target);
  });
}

// Where phones hand the code of a message to the page it is bound to (WebOTP); the user is asked by the browser.
async function receiveMessage() {
  if (!("strongroomMessage" in form.dataset) || !("OTPCredential" in window)) return;
  const waiting = new AbortController();
  form.addEventListener("submit", (event) => event.defaultPrevented || waiting.abort());
  try {
    const message = await navigator.credentials.get({ otp: { transport: ["sms"] }, signal: waiting.signal });
    if (!message || leaving) return;
    form.elements.code.value = message.code;
    submitWhole(form.elements.code);
  } catch {
    // Refused, too late, or the page moves on: the code can be typed.
  }
}

// A box that is not ticked may still be wanted.
function submitWhole(input) {
  const whole = new RegExp(`^\\p{Nd}{${form.dataset.strongroomWhole}}$`, "u");
  const undecided = form.querySelector("input[type=checkbox]:not(:checked)");
  if (form.dataset.strongroomWhole && !undecided && whole.test(input.value.replace(/[\s-]/g, ""))) {
    form.requestSubmit(form.querySelector("button[type=submit]"));
  }
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
