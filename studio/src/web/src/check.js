import { StudioError, element, nodes, send } from './call.js'
import { lines } from './lines.js'

const LOST = 'The connection was lost before the result arrived; try again.'
const BROKE_OFF = 'The connection broke off. Asking the studio for the result …'
const RETRY_MILLIS = 500
const RETRIES = 20

/** The studio doesn't do what was asked. */
class Refused extends StudioError {}

/**
 * The last event of a check, when the connection broke off. The studio finishes a check and keeps its ending, whether
 * anybody listens or not.
 */
async function ending(url) {
  let failures = 0
  for (;;) {
    await new Promise((go) => setTimeout(go, RETRY_MILLIS))
    let response
    try {
      response = await send('GET', url)
    } catch (error) {
      if (++failures < RETRIES) continue
      throw error
    }
    failures = 0
    if (response.status === 202) continue
    if (!response.ok) throw new StudioError(LOST)
    return response.json()
  }
}

/** The events of a check, as they come. The last one comes even if the connection breaks off before it. */
async function* events(lesson, work, sources, brokeOff) {
  const check = crypto.randomUUID()
  try {
    const response = await send('POST', `/lessons/${lesson}/${work}`, { sources, check })
    // The browser itself may have sent the request twice; the first one counts.
    if (response.status !== 409) {
      if (!response.ok) throw new Refused((await response.json()).sentence, response.status)
      for await (const event of lines(response)) {
        yield event
        if (isLast(event)) return
      }
    }
  } catch (error) {
    if (error instanceof Refused) throw error
  }
  brokeOff()
  yield await ending(`/lessons/${lesson}/checks/${check}`)
}

const isLast = ({ event }) => event === 'verdict' || event === 'broken' || event === 'lost'

/** A check that takes no longer than this isn't shown as it runs: its verdict replaces the one before. */
const QUICK_MILLIS = 150

/** Shows a check as it runs, then its verdict. Returns the last event. */
export async function watch(result, lesson, work, sources, beginning = 'Compiling …') {
  const status = result.querySelector('.result-status')
  const running = result.querySelector('.running')
  const printed = result.querySelector('.printed')
  const verdict = result.querySelector('.verdict')
  const rows = new Map()
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
    verdict: ({ html, passed }) => {
      running.replaceChildren()
      verdict.replaceChildren(nodes(html))
      status.textContent = ''
      const said = ['h3', '.diagnosis'].map((part) => verdict.querySelector(part)?.textContent.trim()).filter(Boolean)
      // What is the learner's own now, the figures of the page are drawn with.
      if (passed) document.dispatchEvent(new Event('gradus-passed'))
      status.append(element('span', { className: 'hidden', textContent: said.join('. ') }))
    },
    broken: ({ title, sentence }) => {
      running.replaceChildren()
      status.textContent = `${title}. ${sentence}`
    },
    brokeOff: () => (status.textContent = BROKE_OFF),
    lost: ({ sentence }) => (status.textContent = sentence),
  }

  const held = []
  let begun = false
  const begin = () => {
    begun = true
    clearTimeout(quick)
    result.dataset.shown = ''
    result.tabIndex = 0
    result.scrollTop = 0
    running.replaceChildren()
    verdict.replaceChildren()
    printed.hidden = true
    printed.querySelector('pre').textContent = ''
    status.textContent = beginning
    held.forEach((event) => show[event.event]?.(event))
  }
  const quick = setTimeout(begin, QUICK_MILLIS)
  const happened = (event) => {
    if (!begun && !isLast(event)) return held.push(event)
    if (!begun) begin()
    show[event.event]?.(event)
  }

  let last
  try {
    for await (const event of events(lesson, work, sources, () => happened({ event: 'brokeOff' }))) {
      happened(event)
      last = event
    }
  } catch (e) {
    happened({ event: 'lost', sentence: e instanceof StudioError ? e.message : LOST })
  }
  return last
}
