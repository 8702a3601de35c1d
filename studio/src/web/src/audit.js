import { whenNear } from './call.js'
import { watch } from './check.js'
import { Files } from './files.js'

/** The cases of an audit: what is chosen is a line of the learner's file with the answers. */
export class Audit extends HTMLElement {
  connectedCallback() {
    if (this.ready) return
    this.ready = true
    this.form = this.querySelector('form')
    this.button = this.form.querySelector('[type=submit]')
    this.result = this.querySelector('.result')
    whenNear(this, () => this.#open())
  }

  async #open() {
    const saved = this.querySelector('.saved')
    this.files = new Files(this.dataset.lesson, {
      replaced: () => this.#show(),
      status: (words) => (saved.textContent = words),
      // A choice here is newer than what is in the file.
      conflict: (file) => this.files.settle(file, 'mine'),
    })
    try {
      await this.files.open()
    } catch (error) {
      saved.textContent = error.message
      return
    }
    this.#show()
    for (const part of this.form.querySelectorAll('fieldset, button, input')) part.disabled = false
    this.form.addEventListener('change', (event) => this.#decide(event.target.name, event.target.value))
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#check()
    })
    addEventListener('pagehide', () => this.files.save({ keepalive: true }))
  }

  get #text() {
    return this.files.all.get(this.dataset.path).text
  }

  #show() {
    for (const [, id, text] of this.#text.matchAll(/^([^:#\n]+):[ \t]*([^#\n]*)/gm)) {
      for (const input of this.form.querySelectorAll(`input[name="${CSS.escape(id.trim())}"]`)) {
        if (input.type === 'radio') input.checked = input.value === text.trim().toLowerCase()
        else input.value = text.trim()
      }
    }
  }

  #decide(id, written) {
    const line = new RegExp(`^${id}[ \\t]*:.*$`, 'm')
    const decided = `${id}: ${written.replace(/[#\s]+/g, ' ').trim()}`
    const text = this.#text
    this.files.changed(this.dataset.path, line.test(text) ? text.replace(line, () => decided) : `${text}\n${decided}\n`)
  }

  async #check() {
    if (this.busy) return
    this.busy = true
    this.button.setAttribute('aria-disabled', 'true')
    try {
      await this.files.save()
      await watch(this.result, `/lessons/${this.dataset.lesson}/check`, this.files.sources(), 'Checking …')
      this.result.scrollIntoView({ block: 'nearest' })
    } finally {
      this.busy = false
      this.button.removeAttribute('aria-disabled')
    }
  }
}

customElements.define('gradus-audit', Audit)
