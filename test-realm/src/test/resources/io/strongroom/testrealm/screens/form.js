// What is wrong with the form of the page for who uses keyboard or screen reader, as a list of sentences.
() => {
  const wrong = [];
  const form = document.querySelector("form[data-strongroom-form]");
  const before = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const is = (condition, sentence) => condition || wrong.push(sentence);

  is(document.querySelectorAll("h1").length === 1, "there is not one heading of the first order");
  is(form, "there is no form");
  const primary = [...document.querySelectorAll(".pf-m-primary, .btn-primary, .x-first")];
  is(primary.length <= 1, "there are two primary buttons");

  for (const field of form?.querySelectorAll("input:not([type=hidden], [type=checkbox]), select") ?? []) {
    const label = document.querySelector(`label[for="${field.id}"]`);
    const button = form.querySelector("button[type=submit]");
    const isCode = field.matches("[inputmode], #backupCode");
    is(label && before(label, field), `${field.id} has no label before it`);
    is(button && before(field, button), `${field.id} comes after the first button`);
    is(!isCode || getComputedStyle(field).direction === "ltr", `${field.id} is written from right to left`);
    for (const id of (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)) {
      is(document.getElementById(id)?.textContent.trim(), `${field.id} is described by ${id}, which says nothing`);
    }
    const alert = document.querySelector(".kc-feedback-text");
    is(!alert || form.contains(alert) || before(alert, field), "what is wrong is told after the field");
  }
  const tabbed = [...document.querySelectorAll("form[data-strongroom-form] [tabindex]")];
  is(tabbed.every((element) => element.tabIndex <= 0), "the order of the keyboard is not that of the page");
  return wrong;
}
