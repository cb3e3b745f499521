/*
 * The editors' form: makes a record, checks it as one types, keeps it in this browser, and sends nothing anywhere. The
 * form is the only state: its values are read by the record's schema, whose paths are the fields' ids.
 */
import { problemsOf } from "./editors/checks.js"
import { recordOf } from "./editors/record.js"
import { slugOf, tidier } from "./editors/text.js"

const data = JSON.parse(document.getElementById("editing").textContent)
const $ = selector => document.querySelector(selector)
const at = path => document.getElementById(path)
const [form, panel, status, summary] = [".editor__form", ".editor__record", ".editor__status", ".editor__summary"].map($)
const [text, dialog, heading] = ["#record", ".editor__dialog", "#finished"].map($)

const PAUSE = 900 // milliseconds without a key, after which a value is taken to be whole
const MAX_ADDRESS = 8000 // characters: GitHub refuses longer ones
const STORE = `editors:${location.pathname}`
const tidy = tidier(data.invisible)
const taken = new Set(data.body.properties.slug.allOf.at(-1).not.enum)
const whole = { type: "object", properties: { ...data.schema.properties, ...data.body.properties } }

/* Entries of a list of groups, whose ids follow their places. */
const entriesOf = path => at(path).querySelector(".group__entries").children
const renumber = path => {
  const { list: name } = at(path).dataset
  ;[...entriesOf(path)].forEach((entry, n) => {
    entry.querySelector("legend").textContent = `${name[0].toUpperCase()}${name.slice(1)} ${n + 1}`
    entry.querySelector("[data-remove]").textContent = `Remove ${name} ${n + 1}`
    for (const one of entry.querySelectorAll("[id], [for]")) {
      for (const { name, value } of [...one.attributes]) {
        if (value.includes(`${path}.`)) one.setAttribute(name, value.replace(/\.(?:__n__|\d+)\./gu, `.${n}.`))
      }
    }
  })
}
const addEntry = path => {
  at(path).querySelector(".group__entries").append(at(path).querySelector("template").content.cloneNode(true))
  renumber(path)
}

/* The form's values as typed, by the schema; and back into the form. */
const boxes = path => [...at(path).querySelectorAll("input")]
const read = (schema, path) => {
  if (schema.type === "object") {
    const inner = Object.entries(schema.properties)
    return Object.fromEntries(inner.map(([key, one]) => [key, read(one, path ? `${path}.${key}` : key)]))
  }
  if (schema.items?.type === "object") return [...entriesOf(path)].map((_, n) => read(schema.items, `${path}.${n}`))
  if (schema.items?.enum) return boxes(path).filter(box => box.checked).map(box => box.value)
  if (at(path).tagName === "FIELDSET") return boxes(path).find(box => box.checked)?.value ?? ""
  return at(path).value
}
const write = (schema, path, value) => {
  if (schema.type === "object") {
    for (const [key, one] of Object.entries(schema.properties)) {
      if (value && key in value) write(one, path ? `${path}.${key}` : key, value[key])
    }
  } else if (schema.items?.type === "object") {
    value.forEach((one, n) => {
      addEntry(path)
      write(schema.items, `${path}.${n}`, one)
    })
  } else if (at(path).tagName === "FIELDSET") {
    for (const box of boxes(path)) box.checked = [value].flat().includes(box.value)
  } else at(path).value = value
}

const isEmpty = value => value === undefined || value.length === 0

const numberOf = text => (String(Number(text)) === text ? Number(text) : text)

/* What goes into the record: tidied, without what is empty. */
const tidied = (schema, value) => {
  if (schema.type === "object") {
    const inner = Object.entries(schema.properties).map(([key, one]) => [key, tidied(one, value[key])])
    const known = inner.filter(([, one]) => !isEmpty(one))
    return known.length ? Object.fromEntries(known) : undefined
  }
  if (schema.items?.type === "object") return value.map(one => tidied(schema.items, one) ?? {})
  if (schema.items?.enum) return value
  if (schema.items?.type === "integer") return tidy.lines(value.replaceAll(",", "\n")).map(numberOf)
  if (schema.items) return tidy.lines(value)
  if (schema.type === "integer") return numberOf(tidy.line(value))
  return schema.format === "text" || schema.format === "markdown" ? tidy[schema.format](value) : tidy.line(value)
}

/* Fields that make no sense for the status are neither shown nor in the record, but what was typed stays. */
const isFor = (key, chosen) => whole.properties[key]["x-statuses"]?.includes(chosen || "draft") ?? true
const valuesOf = typed => {
  const values = tidied(whole, typed) ?? {}
  const isLeftOut = key => !isFor(key, values.status)
  const leftOut = Object.keys(values).filter(isLeftOut)
  for (const key of leftOut) delete values[key]
  return { values, leftOut }
}
const nameOf = key => (at(key).querySelector("legend") ?? $(`label[for="${key}"]`)).firstChild.textContent.trim()
const showFor = chosen => {
  for (const key of Object.keys(whole.properties)) (at(key).closest(".entry") ?? at(key)).hidden = !isFor(key, chosen)
  for (const part of form.querySelectorAll(".part")) part.hidden = !part.querySelector(":scope > :is(.entry, .group):not([hidden])")
}

/* Problems are told once a field was left, or paused in; all of them once they were asked for. */
const touched = new Set()
let isAskedFor = false
const isTold = ({ path }) => isAskedFor || [...touched].some(one => one === path || one.startsWith(`${path}.`))

const tell = (kind, found) => {
  for (const one of form.querySelectorAll(`.entry__${kind}`)) {
    const path = one.id.slice(0, -kind.length - 1)
    const messages = found.filter(problem => problem.path === path).map(({ message }) => message)
    const words = [...new Set(messages)].join("\n")
    if (one.textContent !== words) one.textContent = words
    one.hidden = !words
    if (kind !== "error") continue
    const field = at(path)
    if (field?.matches("input, select, textarea")) field.ariaInvalid = words ? "true" : null
  }
}
const wordsOf = ({ path, message }) => `${nameOf(path)}: ${message}`
const itemOf = problem => {
  const link = document.createElement("a")
  link.href = `#${problem.path}`
  link.textContent = wordsOf(problem)
  link.addEventListener("click", event => {
    event.preventDefault()
    const field = at(problem.path)
    const target = field.matches("fieldset") ? field.querySelector("input, select, textarea, button") : field
    target.focus()
    field.scrollIntoView({ block: "center" })
  })
  const item = document.createElement("li")
  item.append(link)
  return item
}

/* What stays in the list is not touched: a click or the focus on it would be lost. */
const list = found => {
  const items = summary.querySelector("ul")
  const words = found.map(wordsOf)
  for (const item of [...items.children]) if (!words.includes(item.textContent)) item.remove()
  found.forEach((problem, n) => {
    if (items.children[n]?.textContent !== words[n]) items.insertBefore(itemOf(problem), items.children[n] ?? null)
  })
}

const count = (number, one, many) => (number === 1 ? `1 ${one}` : `${number} ${many}`)
const announce = words => {
  if (status.textContent !== words) status.textContent = words
}

const order = path => [...form.querySelectorAll(".entry__error")].indexOf(at(`${path}-error`))

let problems = []

/* What may be meant so, and is worth a second look. */
const notesOf = ({ published = "" }) => {
  const today = new Date().toLocaleDateString("sv-SE") // year, month and day in figures
  const message = "This is a day to come: until then the audit is nowhere on the site."
  return /^\d{4}-\d{2}-\d{2}$/u.test(published) && published > today ? [{ path: "published", message }] : []
}

/* The record follows every key; what is to be mended, and what is said of it, only when typing is over. */
const showRecord = () => {
  const typed = read(whole, "")
  const { values, leftOut } = valuesOf(typed)
  text.value = recordOf(values, data)
  $(".editor__file").textContent = values.slug ? `content/audits/${values.slug}.md` : "The file"
  $(".editor__left").hidden = !leftOut.length
  $(".editor__left").textContent = `Not in the record, for it does not go with this status: ${leftOut.map(nameOf).join(", ")}.`
  const open = $("[data-do=open]")
  const address = `${data.repository}/new/main/content/audits?${new URLSearchParams({ filename: `${values.slug ?? ""}.md`, value: text.value })}`
  const isLong = Boolean(open) && address.length > MAX_ADDRESS
  $(".editor__long").hidden = !isLong
  if (open) [open.href, open.hidden] = [address, isLong]
  return { typed, values }
}
const showProblems = values => {
  problems = problemsOf(values, data).sort((one, other) => order(one.path) - order(other.path))
  const told = problems.filter(isTold)
  tell("error", told)
  tell("note", notesOf(values))
  summary.hidden = !isAskedFor || !told.length
  list(summary.hidden ? [] : told)
  const left = problems.length - told.length
  if (told.length) announce(`${count(told.length, "thing", "things")} to mend.`)
  else announce(left ? `Not complete yet: ${count(left, "thing is", "things are")} still missing.` : "Complete. There is nothing to mend.")
}

const keep = typed => {
  try {
    localStorage.setItem(STORE, JSON.stringify(typed))
  } catch {
    // A browser that keeps nothing: the form works all the same.
  }
}
const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(STORE))
  } catch {
    return null
  }
}

let timer = 0
const settle = () => {
  clearTimeout(timer)
  const { typed, values } = showRecord()
  showProblems(values)
  keep(typed)
}

const pathOf = control => control.id || control.closest("fieldset")?.id || ""
let hasOwnName = false
const propose = () => {
  if (!hasOwnName) at("slug").value = slugOf(tidy.line(at("title").value), tidy.line(at("period").value), taken)
}

/* A message that comes or goes while a button of the mouse is down would move what is being clicked. */
let [isPressed, isWaiting] = [false, false]
addEventListener("pointerdown", () => (isPressed = true), true)
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => {
    isPressed = false
    if (isWaiting) setTimeout(settle)
    isWaiting = false
  }, true)
}

form.addEventListener("input", ({ target }) => {
  if (target.id === "slug") hasOwnName = Boolean(target.value.trim())
  else propose()
  if (pathOf(target) === "status") showFor(target.value)
  showRecord()
  clearTimeout(timer)
  timer = setTimeout(() => {
    touched.add(pathOf(target))
    settle()
  }, PAUSE)
})
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!target.matches("input, select, textarea") || !relatedTarget) return
  const path = pathOf(target)
  if (pathOf(relatedTarget) === path) return // still in the same list of boxes
  touched.add(path)
  if (isPressed) isWaiting = true
  else settle()
})
form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("click", ({ target }) => {
  const path = target.closest("[data-list]")?.id
  if (target.matches("[data-add]")) {
    addEntry(path)
    entriesOf(path)[entriesOf(path).length - 1].querySelector("input, textarea").focus()
  } else if (target.matches("[data-remove]")) {
    const entry = target.closest(".group--inner")
    const next = entry.nextElementSibling ?? entry.previousElementSibling
    entry.remove()
    for (const one of [...touched]) if (one.startsWith(`${path}.`)) touched.delete(one)
    renumber(path)
    const focused = next?.querySelector("input, textarea") ?? at(path).querySelector("[data-add]")
    focused.focus()
  } else return
  settle()
})

const check = () => {
  isAskedFor = true
  settle()
  const target = problems.length ? summary.querySelector("h2") : heading
  target.focus()
  target.scrollIntoView()
  return !problems.length
}
const download = () => {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text.value], { type: "text/markdown" }))
  link.download = `${at("slug").value.trim()}.md`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  announce(`Downloaded as ${link.download}.`)
}
const copy = async () => {
  try {
    await navigator.clipboard.writeText(text.value)
  } catch {
    text.select() // a page without a secure address may only copy so
    document.execCommand("copy")
  }
  announce(problems.length ? `Copied, with ${count(problems.length, "thing", "things")} to mend.` : "Copied.")
}
const clear = () => {
  form.reset()
  for (const entries of form.querySelectorAll(".group__entries")) entries.replaceChildren()
  touched.clear()
  isAskedFor = hasOwnName = false
  showFor("")
  settle()
  localStorage.removeItem(STORE)
  at("title").focus()
  announce("The form is empty.")
}
const DO = {
  check,
  copy,
  download: () => (problems.length ? check() : download()),
  ask: () => {
    dialog.returnValue = ""
    dialog.showModal()
  },
}
panel.addEventListener("click", event => {
  const { do: what } = event.target.closest("[data-do]")?.dataset ?? {}
  if (what) settle()
  if (what === "open" && problems.length) {
    event.preventDefault()
    check()
  } else DO[what]?.()
})
dialog.addEventListener("close", () => dialog.returnValue === "clear" && clear())
addEventListener("pagehide", () => keep(read(whole, "")))

write(whole, "", kept())
hasOwnName = Boolean(at("slug").value) && at("slug").value !== slugOf(tidy.line(at("title").value), tidy.line(at("period").value), taken)
showFor(read(whole, "").status)
settle()
$(".editor__instead").hidden = true
form.hidden = panel.hidden = false
