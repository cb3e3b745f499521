/* The known word that is most like another, by the measure that the check uses (Python's difflib), or undefined. */
const NEAR = 0.6

/* The signs that both have, as Ratcliff and Obershelp count them: the longest run, then those before and behind it. */
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

const likeness = (one, other) => (2 * matching([...one], [...other])) / ([...one].length + [...other].length)

export const nearest = (word, known) => {
  const sought = word.trim().toLowerCase()
  const scored = known.map(one => ({ one, score: likeness(one.toLowerCase(), sought) }))
  return scored.filter(({ score }) => score >= NEAR).sort((a, b) => b.score - a.score)[0]?.one
}
