/*
 * What is wrong with a record, by its JSON Schema: each problem with the path of its field (`title`, `actions.0.due`).
 * Every rule and every message is the schema's. What no schema can state is left to the check.
 */
import { Validator } from "../vendor/cfworker-json-schema/validator.js"
import { nearest } from "./nearest.js"

const fill = (message, known) => message.replace(/\{(\w+)\}/gu, (hole, name) => known[name] ?? hole)

const follow = (start, keys) => keys.reduce((inner, key) => inner[key], start)

/* The keys that an error is about: those that are missing, or the value itself (""). */
const keysOf = (keyword, node, value) => (keyword === "required" ? node.required.filter(key => !(key in value)) : [""])

/* An entry of a list has a field of its own only where it is a group. */
const pathOf = (place, value) => (typeof value === "object" || !/^\d+$/u.test(place.at(-1)) ? place : place.slice(0, -1))

/* The first rule that each field breaks. */
const broken = (values, schema) => {
  const found = new Map()
  for (const { keyword, keywordLocation, instanceLocation } of new Validator(schema, "7", false).validate(values).errors) {
    const node = follow(schema, keywordLocation.split("/").slice(1, -1))
    const message = node["x-messages"]?.[keyword]
    if (!message) continue
    const place = instanceLocation.split("/").slice(1)
    const value = follow(values, place)
    const twice = keyword === "uniqueItems" && value.find((one, n) => value.indexOf(one) < n)
    for (const key of keysOf(keyword, node, value)) {
      const path = [...pathOf(place, value), ...(key ? [key] : [])].join(".")
      const known = { key, value: twice || value, length: [...String(value)].length }
      if (!found.has(path)) found.set(path, { path, message: fill(message, known) })
    }
  }
  return [...found.values()]
}

/* Headings that were typed or pasted among the words of a section. */
const headings = (values, { pattern, known, unknown, near, list }) =>
  Object.entries(values).flatMap(([path, text]) =>
    text.split("\n").flatMap(line => {
      const value = new RegExp(pattern, "u").exec(line)?.[1].trim().replace(/#+$/u, "").trimEnd()
      if (value === undefined || known.some(one => one.toLowerCase() === value.toLowerCase())) return []
      const meant = nearest(value, known)
      return [{ path, message: fill(unknown + (meant ? near : list), { value, near: meant, known: known.join(", ") }) }]
    }),
  )

/* `values` has the fields of the front matter and of the body together. */
export const problemsOf = (values, { schema, body }) => {
  const isBody = ([key]) => key in body.properties
  const [below, above] = [true, false].map(wanted => Object.fromEntries(Object.entries(values).filter(one => isBody(one) === wanted)))
  return [...broken(above, schema), ...broken(below, body), ...headings(below, body["x-headings"])]
}
