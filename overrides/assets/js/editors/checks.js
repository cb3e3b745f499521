/*
 * What is wrong with a record, in the words of `make check`, which the schema has: each problem with the path of its
 * field (`title`, `actions.0.due`). Nothing here has a message of its own.
 */
import { didYouMean } from "./nearest.js"
import { isEarlier, meantDays, periodProblem, shown } from "./period.js"
import { bodyOf, frontMatterOf } from "./record.js"

const HEADING = /^ {0,3}(#{1,6})(.*)$/u
const UNDERLINE = /^(?:=+|-+)\s*$/u
const MAX_HEADING = 60

const fill = (message, known) => message.replace(/\{(\w+)\}/gu, (hole, name) => known[name] ?? hole)

const valueProblem = (text, schema) => {
  const messages = schema["x-messages"]
  const broken = messages.wrong?.find(([rule]) => !new RegExp(rule, "u").test(text))
  if (broken) {
    const asked = messages.asked && meantDays(text).map(({ day, written }) => ` ${fill(messages.asked, { day, date: written })}`)
    const said = asked?.length ? `${broken[1].split(". ")[0]}.${asked.join("")}` : broken[1]
    return fill(said, { value: text, length: [...text].length })
  }
  const period = schema.format === "period" && periodProblem(text, messages)
  return period ? fill(...period) : ""
}

const listProblems = (entries, schema, path) => {
  const found = entries.flatMap((one, n) =>
    schema.items.type === "object" ? groupProblems(one, schema.items, `${path}.${n}.`) : problemsAt(path, valueProblem(one, schema.items)),
  )
  const twice = entries.find((one, n) => entries.indexOf(one) < n)
  const repeated = twice !== undefined && schema["x-messages"].repeated
  return repeated && !found.length ? problemsAt(path, fill(repeated, { value: twice })) : found
}

const problemsAt = (path, message) => (message ? [{ path, message }] : [])

const groupProblems = (values, schema, before = "") =>
  Object.entries(schema.properties).flatMap(([key, inner]) => {
    const [path, value] = [before + key, values[key]]
    if (value === undefined) {
      return schema.required?.includes(key) ? problemsAt(path, inner["x-messages"].missing) : []
    }
    if (inner.type === "array") return listProblems(value, inner, path)
    return inner.type === "object" ? groupProblems(value, inner, `${path}.`) : problemsAt(path, valueProblem(value, inner))
  })

/* What fields must say together. */
const policyProblems = (values, messages) => [
  ...problemsAt("period", values.period ? "" : messages.without_period[values.status]),
  ...problemsAt("withdrawn", values.status === "withdrawn" && !values.withdrawn && messages.without_withdrawal),
  ...problemsAt("poster_text", values.poster_text && !values.poster && messages.text_without_poster),
]

const shortened = words => {
  const whole = words.split(/\s+/u).join(" ")
  if ([...whole].length <= MAX_HEADING) return whole
  const kept = []
  for (const word of whole.split(" ")) {
    if ([...kept, word, "[...]"].join(" ").length > MAX_HEADING) break
    kept.push(word)
  }
  return [...kept, "[...]"].join(" ")
}

/* The words below the front matter, read as the check reads them: typed headings count too. */
const bodyProblems = (values, { schema, sections }) => {
  const messages = schema["x-messages"]
  const said = messages.body
  const headings = Object.values(sections)
  const keys = new Map(Object.entries(sections).map(([key, heading]) => [heading.toLowerCase(), key]))
  const [texts, starts, found] = [{ "": "" }, new Map(), []]
  const offset = frontMatterOf(values, schema).length + 1
  let [key, above] = ["", ""]
  bodyOf(values, sections).forEach(({ text, from }, n) => {
    const heading = HEADING.exec(text)
    const level = heading?.[1].length ?? 0
    const tell = (message, known = {}) => found.push({ path: from, message: fill(message, known) })
    if (level === 1) tell(said.heading_one)
    else if (level > 4) tell(said.heading_deep)
    else if (level === 2) {
      const words = heading[2].trim().replace(/#+$/u, "").trimEnd()
      key = keys.get(words.toLowerCase()) ?? "?"
      if (key === "?") tell(said.unknown + didYouMean(words, headings, messages), { value: shortened(words) })
      else if (key in texts) tell(said.twice, { value: words, line: starts.get(key).line })
      if (!starts.has(key)) starts.set(key, { line: n + offset, from })
      texts[key] ??= ""
    } else if (above.trim() && UNDERLINE.test(text)) tell(said.underlined)
    else texts[key] += `${text}\n`
    above = heading ? "" : text
  })
  if (!texts[""].trim()) found.push({ path: "summary", message: said.no_summary })
  for (const [one, { from }] of starts) {
    if (one !== "?" && !texts[one].trim()) found.push({ path: from, message: fill(said.empty, { value: sections[one] }) })
  }
  const hasLearning = [...starts.keys()].some(one => one !== "?")
  return hasLearning ? [...found, ...problemsAt("summary", messages.with_learning[values.status])] : found
}

/* The record beside those that the site shows. */
const otherProblems = (values, { schema, messages, audits }) => {
  const slug = values.slug ?? ""
  const present = new Map(audits.map(one => [one.slug, one]))
  const former = new Map(audits.flatMap(one => one.former.map(name => [name, one.slug])))
  const broken = schema["x-messages"].file_name.find(([rule]) => !new RegExp(rule, "u").test(slug))
  const found = problemsAt("slug", broken?.[1])
  const tell = (path, message, known) => found.push({ path, message: fill(message, known) })
  if (present.has(slug)) tell("slug", messages.taken, { value: slug })
  else if (former.has(slug)) tell("slug", messages.was_taken, { value: slug, other: former.get(slug) })
  for (const key of ["re_audit_of", "superseded_by"]) {
    if (values[key] && values[key] === slug) tell(key, messages.self, { key })
  }
  const [period, other] = [values.period, present.get(values.re_audit_of)]
  const isRight = text => text && !valueProblem(text, schema.properties.period)
  if (isRight(period) && other?.period && isEarlier(period, other.period)) {
    tell("re_audit_of", messages.earlier, { when: shown(period), value: other.slug, other: shown(other.period) })
  }
  for (const value of values.former_slugs ?? []) {
    if (value === slug) tell("former_slugs", messages.present_name, { value })
    else if (present.has(value)) tell("former_slugs", messages.name_of_other, { value, other: value })
    else if (former.has(value)) tell("former_slugs", messages.name_of_both, { value, other: former.get(value) })
  }
  if (/[/\\]/u.test(values.poster ?? "") || [".", ".."].includes(values.poster)) {
    tell("poster", messages.folder, { value: values.poster })
  }
  return found
}

export const problemsOf = (values, data) => [
  ...otherProblems(values, data),
  ...groupProblems(values, data.schema),
  ...policyProblems(values, data.schema["x-messages"]),
  ...bodyProblems(values, data),
]

/* What may be meant so, and is worth a second look: an embargo; a record that the site does not show. */
export const notesOf = (values, { schema, messages, audits }, today) => {
  const notes = []
  if (/^\d{4}-\d{2}-\d{2}$/u.test(values.published ?? "") && values.published > today) {
    notes.push({ path: "published", message: "This is a day to come: until then the audit is nowhere on the site." })
  }
  const known = audits.map(one => one.slug)
  for (const key of ["re_audit_of", "superseded_by"]) {
    const value = values[key]
    if (!value || known.includes(value) || value === values.slug) continue
    const near = didYouMean(value, known, schema["x-messages"]) || messages.not_near
    notes.push({ path: key, message: `${fill(messages.unknown, { value })}${near} Drafts are not known here: if it is one, leave this.` })
  }
  return notes
}
