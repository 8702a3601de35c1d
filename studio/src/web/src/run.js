import { call, element } from './call.js'
import { highlight } from './highlight.js'

const lesson = document.querySelector('[data-lesson]').dataset.lesson

function outputBelow(box) {
  const below = box.nextElementSibling
  if (below?.dataset.language === 'output') return below
  const made = element('pre', { 'data-language': 'output' })
  box.after(made)
  return made
}

function told(ran) {
  switch (ran.type) {
    case 'Through':
      return [ran.output || '(nothing)']
    case 'DidNotCompile':
      return [element('span', { className: 'sorry', textContent: `Line ${ran.line}: ${ran.message}` })]
    default:
      return [ran.output, element('span', { className: 'sorry', textContent: `It failed: ${ran.how}` })]
  }
}

/** A program on the page can be changed and run, upon the reader's own parts where they exist. */
export function makeRunnable(pre, box) {
  const code = pre.querySelector('code')
  const output = outputBelow(box)
  output.setAttribute('aria-live', 'polite')
  code.contentEditable = 'plaintext-only'
  code.spellcheck = false
  code.setAttribute('role', 'textbox')
  code.setAttribute('aria-multiline', 'true')
  code.setAttribute('aria-label', 'A program that you can change and run')
  code.addEventListener('blur', () => {
    // a line break may have been typed as an element, which textContent would not see
    code.textContent = code.innerText
    highlight(pre, 'java')
  })
  code.tabIndex = 0
  pre.removeAttribute('tabindex')

  const run = element('button', { type: 'button', className: 'run', textContent: 'Run', 'aria-label': 'Run this program' })
  run.addEventListener('click', async () => {
    if (run.ariaDisabled) return
    // not disabled: that would take the focus from whoever pressed it
    run.ariaDisabled = 'true'
    try {
      output.replaceChildren(...told(await call('POST', `/lessons/${lesson}/examples`, { code: code.innerText })))
    } catch (refused) {
      output.replaceChildren(element('span', { className: 'sorry', textContent: refused.message }))
    } finally {
      output.dataset.ran = 'true'
      run.ariaDisabled = null
    }
  })
  box.append(run)
}
