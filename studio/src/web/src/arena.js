import { Audit } from './audit.js'
import { call, nodes, whenNear } from './call.js'

/** The five steps of an arena. The form writes the learner's file; each probe is a run. */
class Arena extends Audit {
  connectedCallback() {
    if (this.ready) return
    super.connectedCallback()
    this.problem = this.querySelector('.problem')
    this.addEventListener('click', (event) => this.#probe(event.target.closest('[data-probe], [data-start-over]')))
    whenNear(this, () => this.#ask('GET', 'probes'))
  }

  async #probe(button) {
    if (!button || this.probing) return
    this.probing = true
    button.setAttribute('aria-disabled', 'true')
    try {
      await this.files.save()
      await this.#ask('POST', button.dataset.probe ? `probes/${button.dataset.probe}` : 'start-over')
    } finally {
      this.probing = false
      button.removeAttribute('aria-disabled')
    }
  }

  async #ask(method, path) {
    this.problem.hidden = true
    try {
      const { html } = await call(method, `/lessons/${this.dataset.lesson}/${path}`)
      this.querySelector('.probes').replaceWith(nodes(html).querySelector('.probes'))
    } catch (error) {
      this.problem.textContent = error.message
      this.problem.hidden = false
    }
  }
}

customElements.define('gradus-arena', Arena)
