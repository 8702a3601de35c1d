import { call, element } from './call.js'
import { highlight } from './highlight.js'

const lesson = document.querySelector('[data-lesson]').dataset.lesson

/** The folded output below a program, and the element around it. */
function outputBelow(box) {
  const below = box.nextElementSibling
  if (below?.matches('details.prints')) return [below, below.querySelector('pre')]
  const output = element('pre', { 'data-language': 'output' })
  const folded = element('details', { className: 'prints' }, element('summary', {}, element('span', { textContent: 'Show the output' })), output)
  box.after(folded)
  return [folded, output]
}

function shown(ran) {
  switch (ran.type) {
    case 'Through':
      return [ran.output || '(no output)']
    case 'DidNotCompile':
      return [element('span', { className: 'sorry', textContent: `Line ${ran.line}: ${ran.message}` })]
    default:
      return [ran.output, element('span', { className: 'sorry', textContent: `Failed: ${ran.how}` })]
  }
}

/** Makes a program on the page editable and runnable. It runs with the learner's own parts where they exist. */
export function makeRunnable(pre, box) {
  const code = pre.querySelector('code')
  const [folded, output] = outputBelow(box)
  output.setAttribute('aria-live', 'polite')
  folded.addEventListener('toggle', () => {
    if (output.scrollWidth > output.clientWidth) output.tabIndex = 0
  })
  code.contentEditable = 'plaintext-only'
  code.spellcheck = false
  code.setAttribute('role', 'textbox')
  code.setAttribute('aria-multiline', 'true')
  code.setAttribute('aria-label', 'Program that you can edit and run')
  code.addEventListener('blur', () => {
    // The browser may insert a line break as an element, which textContent would miss.
    code.textContent = code.innerText
    highlight(pre, 'java')
  })
  code.tabIndex = 0
  pre.removeAttribute('tabindex')

  const run = element('button', { type: 'button', className: 'run', textContent: 'Run', 'aria-label': 'Run this program' })
  run.addEventListener('click', async () => {
    if (run.ariaDisabled) return
    // Not disabled: a disabled button loses the focus.
    run.ariaDisabled = 'true'
    try {
      output.replaceChildren(...shown(await call('POST', `/lessons/${lesson}/examples`, { code: code.innerText })))
    } catch (error) {
      output.replaceChildren(element('span', { className: 'sorry', textContent: error.message }))
    } finally {
      output.dataset.ran = 'true'
      folded.open = true
      run.ariaDisabled = null
    }
  })
  box.append(run)
}
