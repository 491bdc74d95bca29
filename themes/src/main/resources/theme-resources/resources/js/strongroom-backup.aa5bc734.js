// The name carries the first eight hex digits of this file's SHA-256, because the server lets browsers keep it for long:
// rename the file, and the template's reference, with every change.

const tools = document.querySelector("[data-strongroom-tools]");

if (tools) {
  const said = tools.querySelector("[role=status]");
  const tool = (name, run) =>
    tools.querySelector(`[data-strongroom-tool=${name}]`).addEventListener("click", () => run(said));
  tool("copy", copy);
  tool("download", download);
  tool("print", () => print());
  // Without this script they would do nothing.
  tools.hidden = false;
}

function codes() {
  return [...document.querySelectorAll("[data-strongroom-codes] li")].map((item) => item.textContent.trim());
}

async function copy(said) {
  try {
    await navigator.clipboard.writeText(codes().join("\n"));
    said.textContent = said.dataset.strongroomCopied;
  } catch {
    // No clipboard on pages without TLS, or no permission: marked, so that the keyboard can copy them.
    getSelection().selectAllChildren(document.querySelector("[data-strongroom-codes]"));
    said.textContent = said.dataset.strongroomSelected;
  }
}

function download() {
  const text = [tools.dataset.strongroomHeading, "", ...codes(), ""].join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = "backup-codes.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
