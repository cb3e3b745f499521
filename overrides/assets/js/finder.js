/*
 * The finder: narrows down and sorts the list of all audits. The form is the only state: the address is written from
 * it and read into it, and what the form does not offer goes nowhere. Within a facet any choice will do, between
 * facets all must. The entries of `data-finder` stand in the order of the rows: the latest first.
 */
(() => {
  const finder = document.querySelector("[data-finder]")
  if (!finder) return // there is no audit yet

  const $ = selector => finder.querySelector(selector)
  const [form, input, sort, heading, status] = ["form", "[name=q]", "[name=sort]", "#found", "[role=status]"].map($)
  const [list, chips, details] = [".rows", ".chosen ul", ".finder__filters"].map($)
  const rows = [...list.children]
  const wide = matchMedia("(min-width: 60em)")
  const PAUSE = 500 // milliseconds without a key, after which typing is taken to be over

  const choices = [...form.querySelectorAll("[type=checkbox]")].map(box => ({
    box,
    key: box.name,
    value: box.value,
    name: box.parentElement.querySelector(".filter__name").textContent,
    facet: box.closest("fieldset").querySelector("legend").textContent,
    count: box.parentElement.querySelector(".filter__count"),
  }))
  const keys = [...new Set(choices.map(choice => choice.key))]

  /* Words as they are compared: small letters, without accents and apostrophes. */
  const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" } // Unicode does not take these apart
  const fold = text =>
    text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’]/gu, "").replace(/[łøđßæœ]/g, letter => LETTERS[letter])
  const wordsOf = text => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

  const data = JSON.parse(finder.dataset.finder)
  const acronyms = new Set(data.acronyms.map(fold))
  const audits = data.audits.map((audit, number) => {
    const named = choices.filter(({ key, value }) => key !== "status" && audit[key].includes(value))
    const words = wordsOf([audit.title, audit.words, ...named.map(choice => choice.name)].join(" "))
    return { ...audit, row: rows[number], text: ` ${words.join(" ")} ` }
  })

  /* A word is looked for as the beginning of one, so that it finds while it is typed; an acronym as a whole word. */
  const termsOf = text => wordsOf(text).map(word => (acronyms.has(word) ? ` ${word} ` : ` ${word}`))

  /* The audits found; and for each choice how many it would find, whatever else is chosen in its own facet. */
  const find = () => {
    const terms = termsOf(input.value)
    const chosen = keys.map(key => choices.filter(one => one.key === key && one.box.checked).map(one => one.value))
    const counts = keys.map(() => new Map())
    const count = (audit, place) => {
      for (const value of audit[keys[place]]) counts[place].set(value, (counts[place].get(value) ?? 0) + 1)
    }
    const found = audits.filter(audit => {
      if (!terms.every(term => audit.text.includes(term))) return false
      const missed = [...keys.keys()].filter(
        place => chosen[place].length && !audit[keys[place]].some(value => chosen[place].includes(value)),
      )
      if (missed.length === 0) keys.forEach((_, place) => count(audit, place))
      if (missed.length === 1) count(audit, missed[0])
      return missed.length === 0
    })
    return { found, countOf: ({ key, value }) => counts[keys.indexOf(key)].get(value) ?? 0 }
  }

  const byTitle = () => {
    /* Word by word: "Child sexual abuse" before "Children". The collator's own ignorePunctuation ignores spaces. */
    const { compare } = new Intl.Collator("en", { numeric: true })
    const words = title => title.replaceAll(/[^\p{L}\p{N}\s]/gu, "")
    return [...audits].sort((one, other) => compare(words(one.title), words(other.title))).map(audit => audit.row)
  }
  let titled = null // made when first asked for
  let order = "date"
  const arrange = () => {
    if (sort.value === order) return
    order = sort.value
    if (order === "title") titled ??= byTitle()
    list.append(...(order === "title" ? titled : rows))
  }

  /* What is chosen, each with a button that takes it back. Focus goes on to the next, or to the number found. */
  const chip = (facet, name, takeBack) => {
    const remove = document.createElement("span")
    remove.className = "visually-hidden"
    remove.textContent = "Remove "
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button chip"
    button.append(remove, `${facet}: ${name}`)
    button.addEventListener("click", () => {
      const place = [...chips.children].indexOf(button.parentElement)
      takeBack()
      choose()
      const left = chips.querySelectorAll("button")
      const next = left[Math.min(place, left.length - 1)] ?? heading
      next.focus()
    })
    const item = document.createElement("li")
    item.append(button)
    return item
  }
  const showChosen = () => {
    const taken = choices.filter(choice => choice.box.checked)
    const items = taken.map(({ facet, name, box }) => chip(facet, name, () => (box.checked = false)))
    if (wordsOf(input.value).length) items.unshift(chip("Search", input.value.trim(), () => (input.value = "")))
    chips.replaceChildren(...items)
    $(".chosen").hidden = !items.length
    return items.length
  }

  const show = () => {
    const { found, countOf } = find()
    const shown = new Set(found.map(audit => audit.row))
    for (const row of rows) row.hidden = !shown.has(row)
    for (const choice of choices) {
      const count = countOf(choice)
      choice.count.textContent = count
      choice.box.parentElement.classList.toggle("filter__choice--none", !count)
    }
    arrange()
    const number = count => `${count} audit${count === 1 ? "" : "s"}`
    const isNarrowed = showChosen() > 0
    heading.textContent = isNarrowed ? `${found.length} of ${number(rows.length)}` : number(rows.length)
    $(".finder__done").textContent = `Show ${number(found.length)}`
    $(".finder__audits > .empty").hidden = found.length > 0
    list.hidden = !found.length
  }

  /* No record has < or > in it, the check refuses them: an address with these was not written here. */
  const isMarkup = text => /[<>]/.test(text)

  const addressOf = () => {
    const query = new URLSearchParams(new FormData(form))
    const words = query.get("q").replace(/[<>]/g, " ").trim()
    if (wordsOf(words).length) query.set("q", words)
    else query.delete("q")
    if (query.get("sort") === "date") query.delete("sort")
    const written = String(query)
    return location.pathname + (written && `?${written}`)
  }

  const read = () => {
    const query = new URLSearchParams(location.search)
    const words = query.get("q") ?? ""
    input.value = isMarkup(words) ? "" : words.slice(0, input.maxLength)
    sort.value = query.get("sort")
    if (sort.selectedIndex < 0) sort.value = "date"
    for (const { box, key, value } of choices) box.checked = query.getAll(key).includes(value)
  }

  /* A row or a chip that had focus and is gone would leave it nowhere. */
  const keepFocus = change => {
    const held = document.activeElement
    change()
    if (!held.isConnected || held.closest("[hidden]")) heading.focus()
    else if (held !== document.activeElement) held.focus({ preventScroll: true })
  }

  const announce = () => (status.textContent = heading.textContent)

  /* Typing writes over the entry of the history that it began in, and is announced when it is over. */
  let timer = 0
  let typed = "" // the address that is not written yet
  const settle = () => {
    clearTimeout(timer)
    if (!typed) return
    history.replaceState(null, "", typed)
    typed = ""
    announce()
  }
  const choose = () => {
    settle()
    keepFocus(show)
    const address = addressOf()
    if (address !== location.pathname + location.search) history.pushState(null, "", address)
    announce()
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(settle, PAUSE)
    typed = addressOf()
    show()
  })
  input.addEventListener("change", settle) // left for a link, before the pause is over
  form.addEventListener("change", ({ target }) => target !== input && choose())
  sort.addEventListener("change", choose)
  form.addEventListener("submit", event => {
    event.preventDefault()
    settle()
  })
  $(".chosen__clear").addEventListener("click", () => {
    for (const { box } of choices) box.checked = false
    input.value = ""
    choose()
  })
  $(".finder__done").addEventListener("click", () => {
    details.open = false
    heading.focus()
    heading.scrollIntoView()
  })
  addEventListener("popstate", () => {
    clearTimeout(timer)
    typed = ""
    read()
    keepFocus(show)
    announce()
  })

  /* Beside the list the filters stand open; above it they are closed, but for those in use. */
  const layOut = () => {
    for (const one of [details, ...details.querySelectorAll("details")]) {
      const isInUse = one !== details && one.querySelector(":checked")
      one.open = wide.matches || one.contains(document.activeElement) || Boolean(isInUse)
    }
  }
  wide.addEventListener("change", layOut)

  read()
  show()
  layOut()
  form.hidden = false
  $(".finder__sort").hidden = false
  $(".finder__links").hidden = true
  finder.classList.add("finder--live")
})()
