/*
 * A record as text, in its normal form: keys in the schema's order; a list of single words and a small group on one
 * line, any other with a line for each entry; every text in quotation marks, so that YAML can take it for nothing else.
 */
const WIDTH = 110
const SMALL = 3
const WRITTEN = /^[0-9]{4}[-/][0-9/-]+(?: to [0-9/-]+)?$/u // a day, a month, a period

const scalar = (value, { type, format, enum: words }) => {
  const isBare = words || type === "integer" || (["date", "month", "period"].includes(format) && WRITTEN.test(value))
  return isBare ? String(value) : JSON.stringify(value)
}

const known = (values, schema) => Object.keys(schema.properties).filter(key => key in values)

const onOneLine = (value, schema) => {
  if (Array.isArray(value)) return `[${value.map(each => onOneLine(each, schema.items)).join(", ")}]`
  if (typeof value !== "object") return scalar(value, schema)
  return `{${known(value, schema).map(key => `${key}: ${onOneLine(value[key], schema.properties[key])}`).join(", ")}}`
}

const hasLines = value => (typeof value === "object" ? Object.values(value).some(hasLines) : String(value).includes("\n"))

const isSmall = (value, schema) =>
  Array.isArray(value)
    ? value.every(each => typeof each === "string" && !each.includes(" "))
    : typeof value !== "object" || Object.keys(schema.properties).length <= SMALL

/* The lines of a value behind `start`, which is its key and a colon, or a hyphen. */
const lines = (start, value, schema, margin) => {
  const inner = `${margin}  `
  if (typeof value === "string" && hasLines(value)) {
    return [`${margin}${start} |`, ...value.split("\n").map(line => line && inner + line)]
  }
  const line = `${margin}${start} ${onOneLine(value, schema)}`
  if (typeof value !== "object" || (isSmall(value, schema) && !hasLines(value) && line.length <= WIDTH)) return [line]
  if (!Array.isArray(value)) return [margin + start, ...facts(value, schema, inner)]
  return [margin + start, ...value.flatMap(each => entry(each, schema.items, inner))]
}

const entry = (value, schema, margin) => {
  if (typeof value !== "object") return lines("-", value, schema, margin)
  const [first, ...others] = facts(value, schema, `${margin}  `)
  return [`${margin}- ${first.trimStart()}`, ...others]
}

const facts = (values, schema, margin = "") =>
  known(values, schema).flatMap(key => lines(`${key}:`, values[key], schema.properties[key], margin))

export const recordOf = (values, { schema, body }) => {
  const { known: headings } = body["x-headings"]
  const [, summary, ...keys] = Object.keys(body.properties)
  const sections = keys.map((key, n) => values[key] && `## ${headings[n]}\n\n${values[key]}`)
  const words = [values[summary], ...sections].filter(Boolean).map(text => `\n${text}\n`)
  return `${["---", ...facts(values, schema), "---"].join("\n")}\n${words.join("")}`
}
