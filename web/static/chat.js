// Only comfort: the page works without this file.
const form = document.querySelector("form.answer");
const keyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;

document.getElementById("newest")?.scrollIntoView({ block: "start" });
if (form) comfort(form, form.elements.text, document.getElementById("send"), document.getElementById("keys"));

function comfort(form, box, send, keys) {
  const troubled = document.getElementById("problem");
  if (box.autofocus) box.focus({ preventScroll: !troubled });
  if (keyboard) keys.textContent = "Enter sends, Shift and Enter begins a new line.";

  box.addEventListener("keydown", (event) => {
    if (!keyboard || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (box.value.trim()) form.requestSubmit(send);
  });

  form.addEventListener("submit", (event) => {
    const longest = Number(form.dataset.longest);
    const chosen = event.submitter && event.submitter !== send;
    if (chosen || [...box.value].length <= longest) return;
    event.preventDefault();
    keys.textContent = `That is more than ${longest.toLocaleString("en-US")} characters. Please shorten it, or send it in parts.`;
    keys.setAttribute("role", "alert");
  });
}
