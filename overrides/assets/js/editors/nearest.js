/* " Did you mean 'neglect'?", by the measure that the check uses (Ratcliff and Obershelp's, as in Python's difflib). */
const NEAR = 0.6

const matching = (one, other) => {
  let [best, atOne, atOther] = [0, 0, 0]
  let row = []
  one.forEach((sign, i) => {
    const next = []
    other.forEach((found, j) => {
      if (sign !== found) return
      next[j + 1] = (row[j] ?? 0) + 1
      if (next[j + 1] > best) [best, atOne, atOther] = [next[j + 1], i + 1, j + 1]
    })
    row = next
  })
  if (!best) return 0
  const before = matching(one.slice(0, atOne - best), other.slice(0, atOther - best))
  return best + before + matching(one.slice(atOne), other.slice(atOther))
}

const likeness = (one, other) => {
  const [first, second] = [[...one], [...other]]
  return (2 * matching(first, second)) / (first.length + second.length)
}

/* `words` are the schema's: what is said of one near word, of all of a few, and how many a few are. */
export const didYouMean = (word, known, words) => {
  const sought = word.trim().toLowerCase()
  const near = known
    .map(one => ({ one, score: likeness(one.toLowerCase(), sought) }))
    .filter(({ score }) => score >= NEAR)
    .sort((a, b) => b.score - a.score || (a.one.toLowerCase() < b.one.toLowerCase() ? 1 : -1))
  if (near.length) return words.near.replace("{near}", () => near[0].one)
  const isFew = known.length > 0 && known.length <= words.known_at_most
  return isFew ? words.known.replace("{known}", () => known.join(", ")) : ""
}
