/*
 * What paper needs and a screen does not: a button that prints, the addresses behind links, written out where the
 * print sheet shows them, and an audit's poster from its widest picture. Without JavaScript a page prints without the
 * addresses of its audits.
 */
(() => {
  const canonical = document.querySelector("link[rel=canonical]")
  const root = canonical ? canonical.href : location.href

  for (const print of document.querySelectorAll("[data-print]")) {
    print.hidden = false
    print.addEventListener("click", () => window.print())
  }

  addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll(".row__title a, .card__title a, .related a, .topics a, .notice a")) {
      link.dataset.printed = new URL(link.getAttribute("href"), root).href.replace(/^https?:\/\//, "")
    }
    for (const picture of document.querySelectorAll(".audit__poster img")) {
      picture.sizes = "1280px"
    }
  })
})()
