/*
 * Search in a native dialog. The index and Material's search worker (Lunr) are fetched when search is first opened.
 * Messages of that worker: 0 set up, 1 ready, 2 query, 3 result.
 */
(() => {
  const dialog = document.querySelector("dialog.search")
  const input = dialog.querySelector("input")
  const count = dialog.querySelector(".search__count")
  const results = dialog.querySelector(".search__results")
  const root = new URL(dialog.dataset.root, location.href)
  let worker = null
  let isReady = false
  let isPartial = true

  const start = async () => {
    worker = new Worker(dialog.dataset.worker)
    worker.addEventListener("message", ({ data }) => {
      if (data.type === 1) {
        isReady = true
        ask()
      } else if (data.data.items.length || !isPartial) {
        show(data.data.items)
      } else {
        ask({ partial: false })
      }
    })
    const index = await (await fetch(dialog.dataset.index)).json()
    worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } })
  }

  /*
   * First the words as they are typed, which may be parts of words; where these find nothing, as whole words, which
   * Lunr brings down to their stems: "chronologies" finds "chronology".
   */
  const ask = ({ partial = true } = {}) => {
    const words = input.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    isPartial = partial
    if (!words.length) {
      results.replaceChildren()
      count.textContent = ""
    } else if (isReady) {
      worker.postMessage({ type: 2, data: words.map(word => `+${word}${partial ? "*" : ""}`).join(" ") })
    }
  }

  /* The worker's texts are HTML with marks in it; only the words are wanted, and a space where a block ends. */
  const wordsOf = html =>
    new DOMParser()
      .parseFromString(html.replaceAll(/<\/(p|li|pre)>/g, "$& "), "text/html")
      .body.textContent.trim()

  const show = items => {
    count.textContent = items.length === 1 ? "1 page found" : `${items.length} pages found`
    results.replaceChildren(
      ...items.slice(0, 20).map(([best, ...others]) => {
        const page = [best, ...others].find(item => !item.location.includes("#")) ?? best
        const link = document.createElement("a")
        link.href = new URL(best.location, root)
        link.textContent = wordsOf(page.title)
        const extract = document.createElement("p")
        const text = wordsOf(best.text)
        extract.textContent = text.length > 160 ? `${text.slice(0, 160)}…` : text
        const item = document.createElement("li")
        item.append(link, extract)
        if (page.tags?.length) {
          const belongs = document.createElement("p")
          belongs.className = "search__belongs"
          belongs.textContent = wordsOf(page.tags[0])
          extract.before(belongs)
        }
        return item
      }),
    )
  }

  const open = document.querySelector("[data-open-search]")
  open.addEventListener("click", () => {
    dialog.showModal()
    if (!worker) start()
    input.select()
  })
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close())
  dialog.querySelector("form").addEventListener("submit", event => {
    event.preventDefault()
    results.querySelector("a")?.focus()
  })
  input.addEventListener("input", () => ask())
  results.addEventListener("click", ({ target }) => target.closest("a") && dialog.close())
})()
