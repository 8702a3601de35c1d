import { AnswerForm } from './answers.js'
import { whenNear } from './call.js'
import { watch } from './check.js'
import { Files } from './files.js'

/** The cases of an audit, decided in a form. */
export class Audit extends HTMLElement {
  connectedCallback() {
    if (this.ready) return
    this.ready = true
    this.form = this.querySelector('form')
    this.button = this.form.querySelector('[type=submit]')
    this.result = this.querySelector('.result')
    this.answers = new AnswerForm(this.form, this.dataset.path)
    whenNear(this, () => this.#open())
  }

  async #open() {
    const saved = this.querySelector('.saved')
    this.files = new Files(this.dataset.lesson, {
      replaced: () => this.answers.show(),
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
    this.answers.open(this.files)
    this.files.save()
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#check()
    })
    addEventListener('pagehide', () => this.files.save({ keepalive: true }))
  }

  async #check() {
    if (this.busy) return
    this.busy = true
    this.button.setAttribute('aria-disabled', 'true')
    try {
      await this.files.save()
      await watch(this.result, this.dataset.lesson, 'check', this.files.sources(), 'Checking …')
      this.result.scrollIntoView({ block: 'nearest' })
    } finally {
      this.busy = false
      this.button.removeAttribute('aria-disabled')
    }
  }
}

customElements.define('gradus-audit', Audit)
