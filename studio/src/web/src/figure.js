import { call, element, whenNear } from './call.js'
import { morph } from './morph.js'

const lesson = document.querySelector('[data-lesson]')?.dataset.lesson
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }

/** A figure drawn by Java. Its controls are here; when one moves, the server redraws the figure. */
class Figure extends HTMLElement {
  connectedCallback() {
    if (this.canvas) return
    this.moved = {}
    this.canvas = element('div', { className: 'canvas' }, element('p', { className: 'waiting', textContent: 'Drawing …' }))
    this.controls = element('div', { className: 'controls' })
    this.caption = element('p', { className: 'caption', textContent: this.getAttribute('alt') })
    this.spoken = element('p', { className: 'hidden', 'aria-live': 'polite' })
    this.own = element('p', { className: 'own-code' })
    this.append(this.canvas, this.controls, this.caption, this.own, this.spoken)
    this.setAttribute('role', 'group')
    this.setAttribute('aria-label', this.getAttribute('alt'))
    this.canvas.addEventListener('pointerdown', (event) => this.#grab(event))
    this.canvas.addEventListener('keydown', (event) => this.#step(event))
    whenNear(this, () => this.draw())
    document.addEventListener('gradus-passed', () => this.drawn && this.draw())
  }

  /** Draws the latest state, with at most one request at a time. */
  async draw() {
    if (this.busy) {
      this.stale = true
      return
    }
    this.busy = true
    const late = setTimeout(() => this.canvas.classList.add('late'), 400)
    try {
      const name = encodeURIComponent(this.getAttribute('name'))
      const reply = await call('POST', `/lessons/${lesson}/figures/${name}`, { moved: this.moved })
      if (reply.type === 'Drawn') this.#show(reply)
      else this.#fail(reply.why)
    } catch (error) {
      this.#fail(error.message)
    } finally {
      clearTimeout(late)
      this.canvas.classList.remove('late')
      this.busy = false
      if (this.stale) {
        this.stale = false
        this.draw()
      }
    }
  }

  #show({ svg, text, controls, own }) {
    const fresh = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    const old = this.canvas.querySelector('svg')
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset?.handle : undefined
    if (old) morph(old, fresh)
    else this.canvas.replaceChildren(document.importNode(fresh, true))
    const picture = this.canvas.querySelector('svg')
    if (!picture.querySelector('[tabindex]')) picture.setAttribute('role', 'img')
    picture.setAttribute('aria-label', this.getAttribute('alt'))
    if (focused && document.activeElement?.dataset?.handle !== focused) this.#handle(focused)?.focus({ preventScroll: true })
    this.caption.textContent = text
    const names = own.map((name) => name.slice(name.lastIndexOf('.') + 1)).join(', ')
    this.own.textContent = names && `Drawn by your own ${names}`
    clearTimeout(this.pause)
    if (this.drawn) this.pause = setTimeout(() => (this.spoken.textContent = text), 700)
    if (!this.drawn) this.#build(JSON.parse(controls))
    this.drawn = true
  }

  #fail(sentence) {
    const again = element('button', { type: 'button', className: 'button small', textContent: 'Try again' })
    again.addEventListener('click', () => this.draw())
    this.canvas.replaceChildren(element('div', { className: 'failed', role: 'alert' }, element('p', { textContent: sentence }), again))
  }

  #build(controls) {
    this.handles = new Map(controls.filter((it) => it.kind === 'handle').map((it) => [it.name, it]))
    for (const control of controls) {
      if (control.kind === 'slider') this.controls.append(this.#slider(control))
      if (control.kind === 'pick') this.controls.append(this.#pick(control))
    }
  }

  #slider({ name, label, min, max, step, value }) {
    const output = element('output', { textContent: value })
    const input = element('input', { type: 'range', id: `${this.getAttribute('name')}-${name}`, min, max, step, value })
    input.addEventListener('input', () => {
      output.textContent = input.value
      this.#move({ [name]: input.value })
    })
    return element('label', { for: input.id }, element('span', { className: 'row' }, element('span', { textContent: label }), output), input)
  }

  #pick({ name, label, options, value }) {
    const select = element('select', {}, ...options.map((option) => element('option', { value: option, textContent: option, selected: option === value })))
    select.addEventListener('change', () => this.#move({ [name]: select.value }))
    return element('label', {}, element('span', { textContent: label }), select)
  }

  #move(change) {
    Object.assign(this.moved, change)
    this.draw()
  }

  #handle(name) {
    return [...this.canvas.querySelectorAll('.handle')].find((it) => it.dataset.handle === name)
  }

  #grab(event) {
    const handle = event.target.closest?.('.handle')
    if (!handle || event.button > 0) return
    event.preventDefault()
    const name = handle.dataset.handle
    handle.focus({ preventScroll: true })
    this.canvas.setPointerCapture(event.pointerId)
    this.classList.add('dragging')
    const drag = (e) => this.#drag(name, e)
    const drop = () => {
      this.canvas.removeEventListener('pointermove', drag)
      this.classList.remove('dragging')
    }
    this.canvas.addEventListener('pointermove', drag)
    this.canvas.addEventListener('lostpointercapture', drop, { once: true })
  }

  /** Converts the pointer's position into the plot's coordinates. */
  #drag(name, event) {
    const plot = this.#handle(name)?.closest('g.plot')
    if (!plot) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse())
    const box = numbers(plot)
    this.#place(name, box, {
      x: box.xmin + ((at.x - box.left) / (box.right - box.left)) * (box.xmax - box.xmin),
      y: box.ymin + ((box.bottom - at.y) / (box.bottom - box.top)) * (box.ymax - box.ymin),
    })
  }

  #step(event) {
    const handle = event.target.closest?.('.handle')
    const arrow = ARROWS[event.key]
    if (!handle || !arrow) return
    event.preventDefault()
    const name = handle.dataset.handle
    const step = (this.handles.get(name)?.step ?? 0.1) * (event.shiftKey ? 10 : 1)
    const x = Number(this.moved[`${name}.x`] ?? handle.dataset.x)
    const y = Number(this.moved[`${name}.y`] ?? handle.dataset.y)
    this.#place(name, numbers(handle.closest('g.plot')), { x: x + arrow[0] * step, y: y + arrow[1] * step })
  }

  #place(name, box, { x, y }) {
    const within = (value, min, max) => String(Number(Math.min(max, Math.max(min, value)).toPrecision(6)))
    this.#move({ [`${name}.x`]: within(x, box.xmin, box.xmax), [`${name}.y`]: within(y, box.ymin, box.ymax) })
  }
}

function numbers(plot) {
  return Object.fromEntries(Object.entries(plot.dataset).map(([key, value]) => [key, Number(value)]))
}

customElements.define('gradus-figure', Figure)
