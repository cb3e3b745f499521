/*
 * Briefings that a reader chose, put together on one page: `?audits=a,b` names them by their slugs. Each is read from
 * its own page; only pages that the list below links to are asked for. Without JavaScript the list is all there is.
 */
(() => {
  const form = document.querySelector(".briefing-choice")
  if (!form) return
  const links = new Map([...form.querySelectorAll("[data-chosen]")].map(link => [link.dataset.chosen, link]))
  const $ = name => document.querySelector(`.chosen-briefings${name}`)

  for (const hidden of form.querySelectorAll("[hidden]")) hidden.hidden = false
  const boxes = [...form.elements.audits].length ? [...form.elements.audits] : [form.elements.audits]
  const status = form.querySelector("[role=status]")
  const count = () => boxes.filter(box => box.checked).length
  form.addEventListener("change", () => (status.textContent = `${count()} chosen`))
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (!count()) return void (status.textContent = "Tick at least one.")
    const chosen = boxes.filter(box => box.checked).map(box => box.value)
    location.search = `?audits=${chosen.join(",")}`
  })

  const named = new URLSearchParams(location.search).getAll("audits").flatMap(value => value.split(","))
  const asked = [...new Set(named.map(name => name.trim()).filter(Boolean))]
  if (!asked.length) return
  for (const box of boxes) box.checked = asked.includes(box.value)

  /* A briefing as it stands on its own page, fit to stand among others: headings two levels lower, names its own. */
  const fit = (article, slug, base, isFirst) => {
    for (const part of article.querySelectorAll(".trail, .briefing__tools, .briefing__hint")) part.remove()
    if (!isFirst) article.querySelector(".briefing__ways")?.remove()
    for (const level of [4, 3, 2, 1]) {
      for (const heading of article.querySelectorAll(`h${level}`)) {
        const lower = document.createElement(`h${level + 2}`)
        for (const { name, value } of heading.attributes) lower.setAttribute(name, value)
        lower.append(...heading.childNodes)
        heading.replaceWith(lower)
      }
    }
    const own = name => `${slug}-${name}`
    for (const part of article.querySelectorAll("[id]")) part.id = own(part.id)
    // The same seven parts stand in each briefing: only their headings tell them apart, as landmarks they could not.
    for (const part of article.querySelectorAll("[aria-labelledby]")) part.removeAttribute("aria-labelledby")
    for (const link of article.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), base).href
    article.id = own("briefing")
    return document.importNode(article, true)
  }

  const read = async slug => {
    const { href } = links.get(slug)
    const answer = await fetch(href)
    if (!answer.ok) throw new Error(answer.status)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    return [page.querySelector("[data-briefing]"), href]
  }

  const show = async () => {
    const known = asked.filter(slug => links.has(slug))
    const answers = await Promise.allSettled(known.map(read))
    const lost = asked.filter(slug => !links.has(slug)).map(slug => `There is no briefing named “${slug}”.`)
    let shown = 0
    answers.forEach(({ status: outcome, value }, place) => {
      const slug = known[place]
      if (outcome === "rejected" || !value[0]) {
        lost.push(`“${links.get(slug).textContent}” could not be read. Load this page again.`)
        return
      }
      $("__all").append(fit(value[0], slug, value[1], shown++ === 0))
      const entry = $("__contents").appendChild(document.createElement("li"))
      const link = entry.appendChild(document.createElement("a"))
      link.href = `#${slug}-briefing`
      link.textContent = links.get(slug).textContent
    })
    $("__title").textContent = shown === 1 ? "The briefing that you chose" : `The ${shown} briefings that you chose`
    $("__missing").textContent = lost.join(" ")
    $("__missing").hidden = !lost.length
    $("").hidden = false
    document.documentElement.classList.add("has-chosen-briefings")
    document.querySelector("[data-chosen-status]").textContent = $("__title").textContent
  }
  show()
})()
