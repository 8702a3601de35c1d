import { StudioError, call, nodes, send } from './call.js'
import { lines } from './lines.js'
import { morph } from './morph.js'

/** Starts the run of a lesson, and goes to its page. */
export async function train(lesson) {
  const { page } = await call('POST', `/lessons/${lesson}/runs`)
  location.assign(page)
}

const RETRY_MILLIS = 1000

/** A run on its page: it follows what the run shows, whoever computes it, until it is over. */
class Run extends HTMLElement {
  connectedCallback() {
    if (this.ready) return
    this.ready = true
    this.problem = this.querySelector('.problem')
    this.addEventListener('click', (event) => this.#do(event.target.closest('[data-run-do]')))
    if (this.dataset.over !== 'true') this.#follow()
  }

  async #follow() {
    while (this.isConnected && this.dataset.over !== 'true') {
      try {
        const response = await send('GET', `/runs/${this.dataset.run}/events`)
        if (!response.ok) throw new StudioError((await response.json()).sentence, response.status)
        for await (const { html, over } of lines(response)) {
          this.problem.hidden = true
          morph(this.querySelector('.run-body'), nodes(html).querySelector('.run-body'))
          this.dataset.over = over
        }
      } catch (error) {
        this.#say(error instanceof StudioError ? error.message : 'The connection to the studio was lost.')
      }
      if (this.dataset.over !== 'true') await new Promise((go) => setTimeout(go, RETRY_MILLIS))
    }
  }

  async #do(button) {
    if (!button || button.ariaDisabled) return
    button.ariaDisabled = 'true'
    try {
      if (button.dataset.runDo === 'again') await train(this.dataset.lesson)
      else await call('POST', `/runs/${this.dataset.run}/cancel`)
    } catch (error) {
      this.#say(error.message)
      button.ariaDisabled = null
    }
  }

  #say(sentence) {
    this.problem.textContent = sentence
    this.problem.hidden = false
  }
}

customElements.define('gradus-run', Run)
