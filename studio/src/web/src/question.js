import { call, element, nodes } from './call.js'
import { stored } from './stored.js'

const lesson = document.querySelector('[data-lesson]').dataset.lesson
const remembered = `gradus.predicted.${lesson}`
const recall = document.querySelector('.predicted')

/** Shows the prediction from before reading again at the end of the lesson. */
function recallPrediction() {
  const words = stored.get(remembered)
  if (!recall || !words) return
  recall.querySelector('blockquote').textContent = words
  recall.hidden = false
}
recallPrediction()

function given(form) {
  const order = form.querySelector('gradus-order')
  if (order) return { answer: order.value, words: '' }
  const chosen = form.querySelector('input:checked')
  if (form.dataset.kind === 'choice') return { answer: chosen?.value ?? '', words: chosen?.nextElementSibling.textContent.trim() ?? '' }
  const typed = form.elements.answer.value.trim()
  return { answer: typed, words: typed }
}

const ASK = {
  choice: 'Choose an answer first.',
  number: 'Type a number first.',
  phrase: 'Type an answer first.',
  hole: 'Fill in the hole first.',
  order: 'Add the lines that belong, in order, then answer.',
}

async function submit(form) {
  const feedback = form.querySelector('.feedback')
  const button = form.querySelector('[type=submit]')
  if (button.ariaBusy === 'true') return
  const { answer, words } = given(form)
  if (!answer) {
    feedback.replaceChildren(element('p', { className: 'muted', textContent: ASK[form.dataset.kind] }))
    return
  }
  const label = button.textContent
  button.ariaBusy = 'true'
  // Only a run takes long enough to be seen.
  const slow = setTimeout(() => (button.textContent = 'Running…'), 150)
  let next = label
  try {
    const mark = await call('POST', `/lessons/${lesson}/questions/${encodeURIComponent(form.dataset.question)}`, { answer })
    feedback.replaceChildren(nodes(mark.html))
    if (mark.counted) form.querySelector('.earlier')?.remove()
    next = mark.right ? 'Answer again' : 'Try again'
    if (mark.counted && form.dataset.prediction === 'true' && words && !stored.get(remembered)) {
      stored.set(remembered, words)
      recallPrediction()
    }
  } catch (error) {
    feedback.replaceChildren(element('p', { className: 'sorry', textContent: error.message }))
  } finally {
    clearTimeout(slow)
    button.textContent = next
    button.ariaBusy = null
  }
}

for (const form of document.querySelectorAll('.question')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit(form)
  })
}
