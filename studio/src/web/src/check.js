import { StudioError, element, nodes, send } from './call.js'
import { lines } from './lines.js'

const LOST = 'The connection was lost before the result arrived; try again.'

/** Shows a check as it runs, then its verdict. Returns the last event. */
export async function watch(result, url, sources, beginning = 'Compiling …') {
  const status = result.querySelector('.result-status')
  const running = result.querySelector('.running')
  const printed = result.querySelector('.printed')
  const verdict = result.querySelector('.verdict')
  const rows = new Map()
  running.replaceChildren()
  verdict.replaceChildren()
  printed.hidden = true
  printed.querySelector('pre').textContent = ''
  status.textContent = beginning

  const row = ({ id, title }) => {
    if (!rows.has(id)) {
      rows.set(id, element('li', { textContent: title }))
      running.append(rows.get(id))
    }
    return rows.get(id)
  }
  const show = {
    waiting: ({ sentence }) => (status.textContent = `${sentence[0].toUpperCase()}${sentence.slice(1)} …`),
    compiled: () => (status.textContent = 'Compiled. Running the checks …'),
    checking: row,
    integrating: ({ parts }) =>
      (status.textContent = `The checks pass with the library's parts. Running them with your own parts (${parts}) …`),
    checked: (event) => (row(event).className = event.outcome),
    printed: ({ text }) => {
      printed.hidden = false
      printed.querySelector('pre').append(text)
    },
    verdict: ({ html }) => {
      running.replaceChildren()
      verdict.replaceChildren(nodes(html))
      status.textContent = ''
      const said = ['h3', '.diagnosis'].map((part) => verdict.querySelector(part)?.textContent.trim()).filter(Boolean)
      status.append(element('span', { className: 'hidden', textContent: said.join('. ') }))
    },
    broken: ({ title, sentence }) => {
      running.replaceChildren()
      status.textContent = `${title}. ${sentence}`
    },
  }
  let last
  try {
    const response = await send('POST', url, { sources })
    if (!response.ok) throw new StudioError((await response.json()).sentence, response.status)
    for await (const event of lines(response)) {
      show[event.event]?.(event)
      last = event
    }
    if (last?.event !== 'verdict' && last?.event !== 'broken') throw new StudioError(LOST)
  } catch (e) {
    status.textContent = e instanceof StudioError ? e.message : LOST
  }
  return last
}
