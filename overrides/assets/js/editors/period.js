/* Months, financial years and the ranges of either; and days in figures, which the check asks back about. */
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]

const fails = (rules, text) => rules.find(([rule]) => !new RegExp(rule, "u").test(text))?.[1]

/* Where a month or a year lies, in months: the first and the last. */
const span = part => {
  const [year, month] = part.split(/[-/]/u).map(Number)
  return part.includes("/") ? [year * 12 + 3, year * 12 + 14] : [year * 12 + month - 1, year * 12 + month - 1]
}

const partsOf = text => text.split(" to ").map(part => part.trim())

/* What is wrong with a period of the right shape: the message and what stands for its `{value}` and `{near}`. */
export const periodProblem = (text, messages) => {
  const parts = partsOf(text)
  for (const part of parts) {
    if (part.includes("-")) {
      const said = fails(messages.month, part)
      if (said) return [said, { value: part }]
      continue
    }
    const start = Number(part.slice(0, 4))
    const near = `${start}/${String((start + 1) % 100).padStart(2, "0")}`
    if (near !== part) return [messages.not_next, { value: part, near }]
    const said = fails(messages.year, part)
    if (said) return [said, { value: part }]
  }
  const [first, last] = [parts[0], parts.at(-1)]
  if (first.includes("-") !== last.includes("-")) return [messages.mixed, { value: text }]
  if (span(last)[0] < span(first)[0]) return [messages.reversed, { value: text }]
  return null
}

/* As readers see a period: `October 2018`, `2017/18 to 2018/19`. */
export const shown = text => {
  const names = partsOf(text).map(part => {
    const [year, month] = part.split("-")
    return month ? `${MONTHS[month - 1]} ${year}` : part
  })
  return [...new Set(names)].join(" to ")
}

export const isEarlier = (one, other) => span(partsOf(one).at(-1))[1] < span(partsOf(other)[0])[0]

const dayOf = (year, month, day) => {
  const [y, m, d] = [year, month, day].map(Number)
  const date = new Date(Date.UTC(2000, m - 1, d))
  date.setUTCFullYear(y, m - 1, d)
  const isReal = y > 0 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  const written = `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`
  return isReal ? { written, day: `${d} ${MONTHS[m - 1]} ${y}` } : null
}

/* The days that figures may mean: `03/04/2019` may be two. */
export const meantDays = text => {
  const last = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text)
  const first = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text)
  if (last) {
    const found = [dayOf(last[3], last[2], last[1]), dayOf(last[3], last[1], last[2])].filter(Boolean)
    return found.filter((one, n) => !n || one.written !== found[0].written)
  }
  return first ? [dayOf(first[1], first[2], first[3]) ?? dayOf(first[1], first[3], first[2])].filter(Boolean) : []
}
