// The file name contains the first eight hex digits of the file's SHA-256, because browsers cache it for long: rename the
// file and update the templates with every change.

// Intervals in seconds between checks whether the message was sent. After three minutes the server reports an unknown
// result.
const POLLS = [1, 1, 2, 3, 5, ...Array(18).fill(10)];
// Seconds without a response after which the form can be submitted again.
const SUBMIT_AGAIN_AFTER = 15;

const find = (root, name) => root.querySelector(`[data-strongroom-${name}]`);
const form = find(document, "form");
let leaving = false;

if (form) {
  form.addEventListener("submit", submitOnce);
  // Enables the form again if the browser restores the page with the back button.
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
  // Deferred until the form data was collected: it would not include a disabled button.
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

// Submits pasted codes only: correcting a typed digit must not cost an entry.
function submitWhatIsPasted() {
  form.addEventListener("input", (event) => {
    if (event.inputType === "insertFromPaste" && event.target.name === "code") submitWhole(event.target);
  });
}

// Receives the code with WebOTP, on phones that offer it to the page it is bound to. The browser asks the user first.
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
    // Refused, timed out or aborted: the user can type the code.
  }
}

// Doesn't submit while a checkbox is unticked: the user may still want to tick it.
function submitWhole(input) {
  const whole = new RegExp(`^\\p{Nd}{${form.dataset.strongroomWhole}}$`, "u");
  const undecided = form.querySelector("input[type=checkbox]:not(:checked)");
  if (form.dataset.strongroomWhole && !undecided && whole.test(input.value.replace(/[\s-]/g, ""))) {
    form.requestSubmit(form.querySelector("button[type=submit]"));
  }
}

// Shows the wait, which the server enforces. Screen readers announce only its end.
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

// Returns null if the login has moved on, for example in another tab, or if the network fails.
async function fetchOwnPage() {
  const address = new URL(location.href);
  // A session code works once: sending it would invalidate the form on this page.
  address.searchParams.delete("session_code");
  address.hash = "";
  try {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store", redirect: "manual" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

// Replaces only the content of the status and resend elements and leaves the input and the focus alone.
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
