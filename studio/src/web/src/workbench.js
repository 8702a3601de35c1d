import { AnswerForm } from './answers.js'
import { call, element, nodes, whenNear } from './call.js'
import { watch } from './check.js'
import { makeResizable } from './divider.js'
import { Files } from './files.js'
import { train } from './training.js'

/** How the body of a member begins that is still to be written in a lesson. */
const toDo = (lesson) => `throw new UnsupportedOperationException("To do in lesson ${lesson}:`

/** So long a pause in typing is long enough to look at what was typed. */
const COMPILE_MILLIS = 150

const name = (path) => path.slice(path.lastIndexOf('/') + 1)

/** The workbench of a lab: statement, hints, files, editor, cases to decide, Run and Check. */
class Workbench extends HTMLElement {
  connectedCallback() {
    if (this.ready) return
    this.ready = true
    this.lesson = this.dataset.lesson
    this.result = this.querySelector('.result')
    this.states = new Map()
    const form = this.querySelector('form.decisions')
    this.answers = form && new AnswerForm(form, form.dataset.path)
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#do('check')
    })
    for (const task of this.querySelectorAll('.task')) this.#hints(task)
    for (const button of this.querySelectorAll('[data-do]')) button.addEventListener('click', () => this.#do(button.dataset.do))
    this.addEventListener('keydown', (event) => this.#key(event), { capture: true })
    this.addEventListener('click', (event) => {
      this.#place(event.target.closest('.place'))
      if (event.target.closest('[data-train]')) this.#do('train')
    })
    if (/Mac|iP(hone|ad)/.test(navigator.platform)) this.querySelectorAll('.keys kbd').forEach((key) => key.textContent === 'Ctrl' && (key.textContent = '⌘'))
    makeResizable(this, this.querySelector('.divider'))
    this.#askBeforeStartingOver()
    whenNear(this, () => this.#open())
  }

  async #open() {
    const waiting = this.querySelector('.editor .waiting')
    const saved = this.querySelector('.saved')
    this.files = new Files(this.lesson, {
      replaced: (file) => this.#replaced(file),
      status: (words) => (saved.textContent = words),
      conflict: (file) => this.#conflict(file),
    })
    try {
      const [{ openEditor }, files] = await Promise.all([import('./editor.js'), this.files.open()])
      waiting.remove()
      this.editor = openEditor(this.querySelector('.editor'), () => {
        this.files.changed(this.path, this.editor.text())
        this.#compileSoon()
      })
      const sources = files.filter((file) => file.path !== this.answers?.path)
      this.#tabs(sources)
      this.#show((sources.find((file) => file.text.includes(toDo(this.lesson))) ?? sources[0]).path)
      this.#lookAtToDo()
      this.answers?.open(this.files)
      this.files.save()
      for (const button of this.querySelectorAll('[data-do], .start-over')) button.disabled = false
      addEventListener('pagehide', () => this.files.save({ keepalive: true }))
    } catch (error) {
      this.querySelector('.editor').prepend(waiting)
      waiting.textContent = error.message
      waiting.setAttribute('role', 'alert')
    }
  }

  #tabs(files) {
    const bar = this.querySelector('.files')
    for (const { path } of files) {
      const tab = element('button', { type: 'button', role: 'tab', title: path, textContent: name(path), 'data-path': path, 'aria-controls': 'editor' })
      tab.addEventListener('click', () => this.#show(path))
      bar.append(tab)
    }
    bar.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      if (!step) return
      const tabs = [...bar.children]
      const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length]
      next.click()
      next.focus()
    })
  }

  #show(path) {
    if (path === this.path) return
    if (this.path) this.states.set(this.path, this.editor.state())
    this.path = path
    if (!this.states.has(path)) this.states.set(path, this.editor.fresh(this.files.all.get(path).text, `Source of ${name(path)}`))
    this.editor.show(this.states.get(path))
    for (const tab of this.querySelector('.files').children) {
      const chosen = tab.dataset.path === path
      tab.setAttribute('aria-selected', chosen)
      tab.tabIndex = chosen ? 0 : -1
    }
  }

  #replaced(file) {
    if (file.path === this.answers?.path) this.answers.show()
    else if (file.path === this.path) this.editor.replace(file.text)
    else this.states.delete(file.path)
    this.#compileSoon()
  }

  /** Shows the first body in the file that is still to be written. */
  #lookAtToDo() {
    const at = this.editor.text().indexOf(toDo(this.lesson))
    if (at >= 0) this.editor.lookAt(at)
  }

  #askBeforeStartingOver() {
    const button = this.querySelector('.start-over')
    const box = this.querySelector('.ask')
    const [yes] = box.querySelectorAll('button')
    button.addEventListener('click', () => {
      box.hidden = false
      yes.focus()
    })
    box.addEventListener('click', (event) => {
      const answer = event.target.closest('button')?.dataset.answer
      if (!answer) return
      box.hidden = true
      button.focus()
      if (answer === 'yes') this.#startOver()
    })
  }

  async #startOver() {
    // What was typed last is kept as well.
    if (!(await this.files.save())) return
    try {
      const kept = await this.files.startOver()
      this.querySelector('.saved').textContent = `The starter is back; what was there is in ${kept}`
      this.#lookAtToDo()
    } catch (error) {
      this.querySelector('.saved').textContent = error.message
    }
  }

  #conflict(file) {
    // A choice here is newer than what is in the file.
    if (file.path === this.answers?.path) return this.files.settle(file, 'mine')
    const box = this.querySelector('.conflict')
    box.hidden = false
    this.#show(file.path)
    for (const button of box.querySelectorAll('button')) {
      button.onclick = () => {
        box.hidden = true
        this.files.settle(file, button.dataset.keep)
      }
    }
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const work = { Enter: 'check', s: 'save' }[event.key]
    if (!work) return
    event.preventDefault()
    event.stopPropagation()
    this.#do(work)
  }

  async #do(work) {
    if (!this.editor || this.busy) return
    if (work === 'save') return this.files.save()
    const buttons = this.querySelectorAll('[data-do]')
    this.busy = true
    this.#bringIntoView(this.querySelector('.bench-actions'))
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'))
    try {
      await this.files.save()
      if (!this.querySelector('.conflict').hidden) return
      if (work === 'train') return await this.#train()
      const last = await watch(this.result, this.lesson, work, this.files.sources())
      this.#mark(last?.problems ?? [])
      // In the next frame, which lays the page out anyway.
      requestAnimationFrame(() => this.#bringIntoView(this.result))
    } finally {
      this.busy = false
      buttons.forEach((button) => button.removeAttribute('aria-disabled'))
    }
  }

  /** The whole workbench if there is room for it, or else this part of it. */
  #bringIntoView(part) {
    const whole = this.offsetHeight < innerHeight
    // Other scrolling that goes on would stop a smooth one short of its end.
    ;(whole ? this : part).scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }

  async #train() {
    try {
      await train(this.lesson)
    } catch (error) {
      this.result.querySelector('.result-status').textContent = error.message
    }
  }

  /** Marks what keeps the code from compiling, once the learner has paused: the labs of code have a compiler for it. */
  #compileSoon() {
    if (this.dataset.compiles !== 'true') return
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.#compile(), COMPILE_MILLIS)
  }

  async #compile() {
    if (this.busy || this.compiling) return this.#compileSoon()
    this.compiling = true
    const sources = this.files.sources()
    try {
      const problems = await call('POST', `/lessons/${this.lesson}/lab/problems`, { sources })
      const same = Object.entries(this.files.sources()).every(([path, text]) => sources[path] === text)
      if (same && !this.busy) this.#markHere(problems)
    } catch {
      // A check says what is wrong.
    } finally {
      this.compiling = false
    }
  }

  #mark(problems) {
    const placed = problems.filter((problem) => problem.place)
    if (placed.length && !placed.some((problem) => problem.place.path === this.path)) this.#show(placed[0].place.path)
    this.#markHere(placed)
  }

  #markHere(problems) {
    this.editor.mark(problems.filter((problem) => problem.place?.path === this.path))
  }

  #place(button) {
    if (!button || !this.files.all.has(button.dataset.path)) return
    if (button.dataset.path === this.answers?.path) return this.answers.form.scrollIntoView({ block: 'start' })
    this.#show(button.dataset.path)
    this.editor.goTo(Number(button.dataset.line), Number(button.dataset.column))
  }

  #hints(task) {
    const button = task.querySelector('button')
    const list = task.querySelector('ol')
    const label = () => {
      const taken = list.children.length
      const of = Number(task.dataset.of)
      button.textContent = taken === 0 ? 'Hint' : `Hint ${taken + 1} of ${of}`
      button.hidden = taken >= of
    }
    button.addEventListener('click', async () => {
      try {
        const hint = await call('POST', `/lessons/${this.lesson}/hints/${encodeURIComponent(task.dataset.task)}`)
        if (hint.level > list.children.length) list.append(element('li', { className: 'prose' }, nodes(hint.html)))
      } catch (error) {
        list.append(element('li', { className: 'sorry', textContent: error.message }))
      }
      label()
    })
    label()
  }
}

customElements.define('gradus-workbench', Workbench)
