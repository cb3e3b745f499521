/*
 * A poster enlarged in a native dialog, which makes the page behind it inert, closes on Escape and gives focus back.
 * Each link with `data-poster` (JSON: title, audit, download, pages) opens it; without JavaScript the link itself
 * opens the poster.
 */
(() => {
  const dialog = document.querySelector(".enlarged")
  const links = [...document.querySelectorAll("[data-poster]")]

  const $ = selector => dialog.querySelector(selector)
  const [title, view, status] = ["h2", ".enlarged__view", "[role=status]"].map($)
  const image = view.appendChild(new Image()) // made here: in a page, a picture without an address is a mistake
  const STEP = 1.25
  const LARGEST = 4

  let poster = {}
  let place = 0
  let page = 0
  let zoom = null // 1 is the picture's own size; null fits it into the view

  const fitting = () => {
    const { width, height } = poster.pages[page]
    return Math.min(view.clientWidth / width, view.clientHeight / height, 1)
  }

  /* Zooms about a point of the view (its middle, unless told), so that what is being read stays in place. */
  const setZoom = (wanted, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const before = zoom ?? fitting()
    const left = (view.scrollLeft + x) / before
    const top = (view.scrollTop + y) / before
    zoom = wanted === null || wanted <= fitting() ? null : Math.min(wanted, LARGEST)
    const now = zoom ?? fitting()
    image.style.width = `${poster.pages[page].width * now}px`
    view.scrollTo(left * now - x, top * now - y)
    $("[data-do=fit]").setAttribute("aria-pressed", String(zoom === null))
    $("[data-do=actual]").setAttribute("aria-pressed", String(zoom === 1))
  }

  const show = () => {
    const { src, width, height } = poster.pages[page]
    const many = poster.pages.length > 1
    const which = many ? `, page ${page + 1} of ${poster.pages.length}` : ""
    Object.assign(image, { src, width, height, alt: `Poster: ${poster.title}${which}. Its words are on the audit's page.` })
    title.textContent = poster.title + which
    status.textContent = poster.title + which
    $("[data-pages]").hidden = !many
    $("[data-do=back]").disabled = page === 0
    $("[data-do=forward]").disabled = page === poster.pages.length - 1
    setZoom(null)
    view.scrollTo(0, 0)
  }

  const turnTo = number => {
    page = Math.max(0, Math.min(number, poster.pages.length - 1))
    show()
  }

  const choose = number => {
    place = (number + links.length) % links.length
    poster = JSON.parse(links[place].dataset.poster)
    $(".enlarged__audit").href = poster.audit
    $(".enlarged__audit").hidden = new URL(poster.audit, location.href).pathname === location.pathname
    $(".enlarged__download").href = links[place].href
    $(".enlarged__download").textContent = `Download (${poster.download})`
    turnTo(0)
  }

  const deeds = {
    close: () => dialog.close(),
    previous: () => choose(place - 1),
    next: () => choose(place + 1),
    back: () => turnTo(page - 1),
    forward: () => turnTo(page + 1),
    in: () => setZoom((zoom ?? fitting()) * STEP),
    out: () => setZoom((zoom ?? fitting()) / STEP),
    fit: () => setZoom(null),
    actual: () => setZoom(1),
  }
  const keys = {
    "+": "in", "=": "in", "-": "out", 0: "fit", 1: "actual", n: "next", p: "previous", PageDown: "forward", PageUp: "back",
  }

  links.forEach((link, number) =>
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return // the reader asked for a new tab
      event.preventDefault()
      $("[data-posters]").hidden = links.length === 1
      dialog.showModal()
      choose(number)
      title.focus()
    }),
  )
  dialog.addEventListener("close", () => links[place].focus())
  dialog.addEventListener("click", ({ target }) => deeds[target.closest("[data-do]")?.dataset.do]?.())
  dialog.addEventListener("keydown", event => {
    const deed = keys[event.key]
    if (!deed || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    deeds[deed]()
  })
  addEventListener("resize", () => dialog.open && setZoom(zoom))

  view.addEventListener(
    "wheel",
    event => {
      // With nothing to scroll the wheel zooms; else it scrolls, and zooms with Ctrl, which a trackpad's pinch sends.
      if (zoom !== null && !event.ctrlKey) return
      event.preventDefault()
      const { left, top } = view.getBoundingClientRect()
      setZoom((zoom ?? fitting()) * STEP ** Math.sign(-event.deltaY), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )

  /* One pointer drags (touch scrolls by itself), two pinch. */
  const pointers = new Map()
  const spread = () => {
    const [a, b] = [...pointers.values()]
    return Math.hypot(a.x - b.x, a.y - b.y)
  }
  view.addEventListener("pointerdown", event => {
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (event.pointerType === "mouse") view.setPointerCapture(event.pointerId)
  })
  view.addEventListener("pointermove", event => {
    const last = pointers.get(event.pointerId)
    if (!last) return
    const before = pointers.size === 2 ? spread() : 0
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (pointers.size === 2) {
      const { left, top } = view.getBoundingClientRect()
      const [a, b] = [...pointers.values()]
      setZoom(((zoom ?? fitting()) * spread()) / before, (a.x + b.x) / 2 - left, (a.y + b.y) / 2 - top)
    } else if (event.pointerType === "mouse") {
      view.scrollBy(last.x - event.clientX, last.y - event.clientY)
    }
  })
  for (const end of ["pointerup", "pointercancel"]) {
    view.addEventListener(end, event => pointers.delete(event.pointerId))
  }
  image.addEventListener("dragstart", event => event.preventDefault())
})()
