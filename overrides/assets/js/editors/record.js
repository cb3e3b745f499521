/*
 * A record as text, in the normal form that `make fix` writes: keys in the model's order; a list of single words and a
 * small group on one line, any other with a line for each entry; quotation marks only where a value needs them.
 */
const WIDTH = 110
const SMALL = 3
const UNFIT = /^$|^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|:(?:\s|$)|\s#|\s$/u
const UNFIT_IN_BRACKETS = /[[\]{},]|^[?:]/u
const IN_CURLY_MARKS = /^[“‘].*[”’]$/u // the check takes these for a slip
const OTHER_TYPES = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/u,
  /^(?:~|null|Null|NULL|<<|=)$/u,
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/u,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/u,
  /^[-+]?(?:[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))$/u,
  /^\.(?:nan|NaN|NAN)$/u,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$/u,
]

/* With `isFree` a value may stay a date or a number, without it must stay text. */
export const scalar = (text, { isInBrackets = false, isFree = false } = {}) => {
  const isUnfit = UNFIT.test(text) || IN_CURLY_MARKS.test(text) || (isInBrackets && UNFIT_IN_BRACKETS.test(text))
  if (!isUnfit && (isFree || !OTHER_TYPES.some(pattern => pattern.test(text)))) return text
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

const FREE = new Set(["date", "month", "period", "whole-number"]) // read by rules of their own

const one = (text, schema, isInBrackets) => scalar(text, { isInBrackets, isFree: FREE.has(schema.format) })

const inBrackets = (value, schema) => {
  if (typeof value === "string") return one(value, schema, true)
  if (Array.isArray(value)) return `[${value.map(each => inBrackets(each, schema.items)).join(", ")}]`
  const parts = known(value, schema).map(key => `${key}: ${inBrackets(value[key], schema.properties[key])}`)
  return `{${parts.join(", ")}}`
}

const hasLines = value => (typeof value === "string" ? value.includes("\n") : Object.values(value).some(hasLines))

const isSmall = (value, schema) =>
  Array.isArray(value)
    ? value.every(each => typeof each === "string" && !each.includes(" "))
    : Object.keys(schema.properties).length <= SMALL

const known = (values, schema) => Object.keys(schema.properties).filter(key => key in values)

/* The lines of a value behind `start`, which is its key and a colon, or a hyphen. */
const lines = (start, value, schema, margin) => {
  const inner = `${margin}  `
  if (typeof value === "string") {
    if (!hasLines(value)) return [`${margin}${start} ${one(value, schema, false)}`]
    return [`${margin}${start} |`, ...value.split("\n").map(line => line && inner + line)]
  }
  if (isSmall(value, schema) && !hasLines(value)) {
    const text = `${margin}${start} ${inBrackets(value, schema)}`
    if ([...text].length <= WIDTH) return [text]
  }
  if (Array.isArray(value)) {
    return [margin + start, ...value.flatMap(each => entry(each, schema.items, inner))]
  }
  return [margin + start, ...facts(value, schema, inner)]
}

const entry = (value, schema, margin) => {
  if (typeof value === "string") return lines("-", value, schema, margin)
  const [first, ...others] = facts(value, schema, `${margin}  `)
  return [`${margin}- ${first.trimStart()}`, ...others]
}

const facts = (values, schema, margin = "") =>
  known(values, schema).flatMap(key => lines(`${key}:`, values[key], schema.properties[key], margin))

export const frontMatterOf = (values, schema) => ["---", ...facts(values, schema), "---"]

/* The lines below the front matter, each with the field that it is from. */
export const bodyOf = (values, sections) => {
  const found = [{ text: "", from: "summary" }]
  const add = (text, from) => text.split("\n").forEach(line => found.push({ text: line, from }))
  if (values.summary) add(values.summary, "summary")
  for (const [key, heading] of Object.entries(sections)) {
    if (values[key]) add(`${found.length > 1 ? "\n" : ""}## ${heading}\n\n${values[key]}`, key)
  }
  return found
}

export const recordOf = (values, { schema, sections }) =>
  [...frontMatterOf(values, schema), ...bodyOf(values, sections).map(line => line.text), ""].join("\n")
