/* Runs before the first paint: what the reader chose in the toolbar. Kept in this browser, never sent. */
(() => {
  const root = document.documentElement
  root.classList.add("js")
  for (const name of ["text", "colour"]) {
    try {
      const value = localStorage.getItem(`display-${name}`)
      if (value) root.dataset[name] = value
    } catch {
      return // storage is switched off: the choice lasts for this page only
    }
  }
})()
