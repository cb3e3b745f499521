/*
 * What an editor typed or pasted, tidied as `make new` and `make fix` do it: invisible signs go, odd spaces become
 * spaces, Markdown is spaced evenly. Words are never changed.
 */
const LINE_ENDS = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/u // also Word's own
const SPACES = /[\s\x1c-\x1f\x85]+/gu
const HEADING = /^ {0,3}##(?!#)\s*(.*)$/u
const TAB = 4

const withoutTabs = text =>
  text.split("\t").reduce((line, part) => line + " ".repeat(TAB - ([...line].length % TAB)) + part)

const spacedLine = typed => {
  const [margin] = /^[ \t]*/u.exec(typed)
  const words = typed.slice(margin.length).replace(/^[\xa0 \t]+|[\xa0 \t]+$/gu, "").replaceAll("\xa0", " ")
  const line = withoutTabs(margin + words).trimEnd()
  return typed.endsWith("  ") && typed.trim() ? `${line}  ` : line // two spaces break a line
}

/* Markdown without a tab or an odd space, with one blank line where one belongs. */
export const spaced = text => {
  const lines = []
  let [blank, isBelowHeading] = [0, false]
  for (const typed of text.split("\n")) {
    let line = spacedLine(typed)
    if (!line) {
      blank += 1
      continue
    }
    const heading = HEADING.exec(line.trimEnd())
    if (heading) line = `## ${heading[1]}`.trimEnd()
    if (lines.length && (blank || heading || isBelowHeading)) {
      lines.push(lines.pop().trimEnd())
      const isCode = blank && line.startsWith(" ".repeat(TAB))
      lines.push(...Array(isCode ? blank : 1).fill(""))
    }
    lines.push(line)
    ;[blank, isBelowHeading] = [0, Boolean(heading)]
  }
  return lines.join("\n").trimEnd()
}

/* `invisible` is the pattern of the signs that no record may hold. */
export const tidier = invisible => {
  const hidden = new RegExp(invisible, "gu")
  const seen = text => text.replace(/\p{Surrogate}/gu, "\ufffd").replace(hidden, "") // half an emoji shows as one
  const line = text => seen(text.replaceAll("\ufeff", "").replace(SPACES, " ")).replace(SPACES, " ").trim()
  const each = (typed, tidy) => typed.split(LINE_ENDS).map(tidy)
  return {
    line,
    text: typed => spaced(each(typed, line).join("\n")),
    markdown: typed => spaced(each(typed, seen).join("\n")),
    lines: typed => each(typed, line).filter(Boolean),
  }
}

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ð: "d", þ: "th", ł: "l", đ: "d", ı: "i", "&": " and ", "/": " ", "–": " ", "—": " " }
const MAX_SLUG = 60

/* A name for the file, as `make new` proposes it: from the title, and where that is taken from the period too. */
export const slugOf = (title, period, taken) => {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøðþłđı&/–—]/gu, letter => LETTERS[letter])
    .normalize("NFKD")
  const words = plain.replace(/[^\x00-\x7f]|'/gu, "").match(/[a-z0-9]+/gu) ?? []
  while (words.join("-").length > MAX_SLUG && words.length > 1) words.pop()
  const slug = words.join("-").slice(0, MAX_SLUG)
  if (!slug || !taken.has(slug)) return slug
  const dated = `${slug}-${period.replace(/[^0-9]+/gu, "-")}`
  if (period && !taken.has(dated)) return dated
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
