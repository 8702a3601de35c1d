import { call } from './call.js'
import './training.js'

const root = document.documentElement

function dark() {
  const chosen = root.dataset.theme
  return chosen === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
}

const toggle = document.querySelector('.theme')
const label = () => (toggle.title = dark() ? 'Use the light theme' : 'Use the dark theme')
toggle.addEventListener('click', () => {
  root.dataset.theme = dark() ? 'light' : 'dark'
  document.cookie = `gradus-theme=${root.dataset.theme}; path=/; max-age=31536000; SameSite=Strict`
  label()
})
label()

/** On the map, pointing at a lesson highlights the path of prerequisites that leads to it. */
const graph = document.querySelector('.graph')
if (graph) {
  const edges = [...graph.querySelectorAll('.edges path')]
  const nodes = new Map([...graph.querySelectorAll('.node')].map((node) => [node.dataset.lesson, node]))
  const trace = (lesson) => {
    const reached = new Set([lesson])
    for (const id of reached) {
      for (const edge of edges) if (edge.dataset.to === id) reached.add(edge.dataset.from)
    }
    graph.classList.add('tracing')
    for (const edge of edges) edge.classList.toggle('traced', reached.has(edge.dataset.to))
    for (const [id, node] of nodes) node.classList.toggle('traced', reached.has(id))
  }
  const end = () => graph.classList.remove('tracing')
  for (const [id, node] of nodes) {
    node.addEventListener('pointerenter', () => trace(id))
    node.addEventListener('focus', () => trace(id))
    node.addEventListener('pointerleave', end)
    node.addEventListener('blur', end)
  }
  const here = graph.querySelector('.node.in-progress, .node.ready')
  if (here) graph.scrollLeft = here.querySelector('rect').getBoundingClientRect().left - graph.clientWidth / 2
}

/** On Progress, switches a part between the learner's code and the library's. */
for (const choice of document.querySelectorAll('.switch')) {
  choice.addEventListener('change', async (event) => {
    const problem = document.getElementById('parts-problem')
    problem.hidden = true
    try {
      await call('POST', `/parts/${encodeURIComponent(choice.dataset.part)}`, { mine: event.target.value === 'mine' })
    } catch (error) {
      choice.querySelector('input:not(:checked)').checked = true
      problem.textContent = error.message
      problem.hidden = false
    }
  })
}
