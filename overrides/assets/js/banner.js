/* The toolbar and the menu. Without JavaScript the toolbar is absent and the menu is always open. */
(() => {
  const root = document.documentElement

  const form = document.querySelector(".toolbar form")
  for (const name of ["text", "colour"]) {
    const chosen = form.querySelector(`[name="${name}"][value="${CSS.escape(root.dataset[name] ?? "")}"]`)
    if (chosen) chosen.checked = true
  }
  form.addEventListener("change", ({ target }) => {
    root.dataset[target.name] = target.value
    try {
      localStorage.setItem(`display-${target.name}`, target.value)
    } catch {
      /* storage is switched off: the choice lasts for this page only */
    }
  })

  const button = document.querySelector(".menu-button")
  const menu = document.getElementById("menu")
  const setOpen = isOpen => {
    button.setAttribute("aria-expanded", String(isOpen))
    menu.classList.toggle("menu--open", isOpen)
  }
  button.addEventListener("click", () => setOpen(button.getAttribute("aria-expanded") === "false"))
  menu.parentElement.addEventListener("keydown", event => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      setOpen(false)
      button.focus()
    }
  })
})()
