import { element } from './call.js'

const CONTROLS = [
  ['up', '↑', 'Move up'],
  ['down', '↓', 'Move down'],
  ['out', '×', 'Remove'],
]

/** Lines to put in order: add, move and remove them by button, by key or by dragging. */
class Order extends HTMLElement {
  connectedCallback() {
    if (this.program) return
    this.pool = this.querySelector('.pool ol')
    this.program = this.querySelector('.program ol')
    this.said = element('p', { className: 'hidden', 'aria-live': 'polite' })
    this.append(this.said)
    for (const line of this.pool.children) this.#equip(line)
    for (const list of [this.pool, this.program]) {
      list.addEventListener('dragover', (event) => this.#over(event, list))
      list.addEventListener('drop', (event) => event.preventDefault())
    }
  }

  /** The numbers of the chosen lines, separated by commas. */
  get value() {
    return [...this.program.children].map((line) => line.dataset.line).join(',')
  }

  #equip(line) {
    line.draggable = true
    line.addEventListener('dragstart', (event) => {
      this.dragged = line
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', line.textContent)
      requestAnimationFrame(() => line.classList.add('dragged'))
    })
    line.addEventListener('dragend', () => {
      line.classList.remove('dragged')
      this.dragged = undefined
      this.#buttons(line)
    })
    line.addEventListener('keydown', (event) => {
      const key = { ArrowUp: 'up', ArrowDown: 'down', Delete: 'out' }[event.key]
      if (!key || line.parentElement !== this.program) return
      event.preventDefault()
      this.#do(key, line)
    })
    this.#buttons(line)
  }

  #buttons(line) {
    line.querySelectorAll('button').forEach((button) => button.remove())
    const kinds = line.parentElement === this.program ? CONTROLS : [['in', '+', 'Add']]
    const text = line.querySelector('code').textContent.trim()
    for (const [kind, sign, name] of kinds) {
      const button = element('button', { type: 'button', textContent: sign, title: name, 'aria-label': `${name}: ${text}`, 'data-kind': kind })
      button.addEventListener('click', () => this.#do(kind, line))
      line.append(button)
    }
  }

  #do(kind, line) {
    if (kind === 'in') this.program.append(line)
    if (kind === 'out') this.pool.append(line)
    if (kind === 'up') line.previousElementSibling?.before(line)
    if (kind === 'down') line.nextElementSibling?.after(line)
    this.#buttons(line)
    const next = kind === 'in' ? 'up' : kind === 'out' ? 'in' : kind
    line.querySelector(`[data-kind=${next}]`).focus()
    const place = [...this.program.children].indexOf(line) + 1
    this.said.textContent = place ? `Line ${place} of ${this.program.children.length}` : 'Removed'
  }

  #over(event, list) {
    if (!this.dragged) return
    event.preventDefault()
    const below = [...list.children].find((line) => {
      const box = line.getBoundingClientRect()
      return line !== this.dragged && event.clientY < box.top + box.height / 2
    })
    if (below) below.before(this.dragged)
    else list.append(this.dragged)
  }
}

customElements.define('gradus-order', Order)
