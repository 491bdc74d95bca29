// The file name contains the first eight hex digits of the file's SHA-256, because browsers cache it for long: rename the
// file and update the templates with every change.

// Copies, saves or prints what a page shows only once: a secret, or a list of codes.
const tools = document.querySelector("[data-strongroom-tools]");
const shown = document.querySelector("[data-strongroom-codes], [data-strongroom-text]");

if (tools && shown) {
  const run = { copy, download, print: () => print() };
  tools.querySelectorAll("[data-strongroom-tool]").forEach((button) => {
    button.addEventListener("click", run[button.dataset.strongroomTool]);
  });
  // Hidden by default: the buttons need this script.
  tools.hidden = false;
}

function lines() {
  return shown.dataset.strongroomText
    ? [shown.dataset.strongroomText]
    : [...shown.querySelectorAll("li")].map((item) => item.textContent.trim());
}

async function copy() {
  const said = tools.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(lines().join("\n"));
    said.textContent = said.dataset.strongroomCopied;
  } catch {
    // No clipboard without TLS or permission: selects the text, so that the user can copy it with the keyboard.
    getSelection().selectAllChildren(shown);
    said.textContent = said.dataset.strongroomSelected;
  }
}

function download() {
  const text = [tools.dataset.strongroomHeading, "", ...lines(), ""].join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = "backup-codes.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
