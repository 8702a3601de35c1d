import './arena.js'
import './audit.js'
import './figure.js'
import { highlight, knows } from './highlight.js'
import './order.js'
import './question.js'
import { makeRunnable } from './run.js'
import './workbench.js'

/** The table of contents marks the section in view. */
const links = [...document.querySelectorAll('.contents a')]
const parts = links.map((link) => document.querySelector(link.hash))
let pending = false
function here() {
  pending = false
  const line = innerHeight * 0.35
  let at = Math.max(0, parts.findLastIndex((part) => part.getBoundingClientRect().top < line))
  if (innerHeight + scrollY >= document.body.scrollHeight - 4) at = parts.length - 1
  links.forEach((link, i) => (i === at ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current')))
}
addEventListener(
  'scroll',
  () => {
    if (!pending) requestAnimationFrame(here)
    pending = true
  },
  { passive: true },
)
here()

/** Code is highlighted, and has a button to copy it. */
for (const pre of document.querySelectorAll('.prose pre')) {
  if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0
  const language = pre.dataset.language
  if (!knows(language)) continue
  const box = document.createElement('div')
  box.className = 'code-box'
  pre.replaceWith(box)
  const copy = document.createElement('button')
  copy.type = 'button'
  copy.className = 'copy'
  copy.textContent = 'Copy'
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.textContent)
    copy.textContent = 'Copied'
    copy.classList.add('done')
    setTimeout(() => {
      copy.textContent = 'Copy'
      copy.classList.remove('done')
    }, 1500)
  })
  box.append(pre, copy)
  highlight(pre, language)
  if (pre.dataset.run !== undefined) makeRunnable(pre, box)
}
