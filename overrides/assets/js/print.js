/*
 * What paper needs and a screen does not: the addresses behind links, written out where print.css shows them, and an
 * audit's poster from its widest picture. Without JavaScript a page prints without the addresses of its audits.
 */
(() => {
  const canonical = document.querySelector("link[rel=canonical]")
  const root = canonical ? canonical.href : location.href

  addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll(".row__title a, .card__title a, .related a, .topics a, .notice a")) {
      link.dataset.printed = new URL(link.getAttribute("href"), root).href.replace(/^https?:\/\//, "")
    }
    for (const picture of document.querySelectorAll(".audit__poster img")) {
      picture.sizes = "1280px"
    }
  })
})()
