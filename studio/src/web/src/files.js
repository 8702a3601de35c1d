import { call, send } from './call.js'
import { stored } from './stored.js'

const PAUSE = 700
const LOOK = 2000

/**
 * The files of a lab, kept in sync with the workspace. If another program changes a file while nothing is unsaved here,
 * the page reloads it; otherwise `conflict` asks which version to keep.
 */
export class Files {
  constructor(lesson, { replaced, status, conflict }) {
    this.url = `/lessons/${lesson}/lab`
    this.key = `gradus.drafts.${lesson}`
    this.tell = { replaced, status, conflict }
  }

  async open() {
    const files = await call('POST', this.url)
    this.all = new Map(files.map((file) => [file.path, { ...file, unsaved: false }]))
    for (const [path, draft] of Object.entries(this.#drafts())) {
      const file = this.all.get(path)
      // If the file has changed since, saving it will ask which version to keep.
      if (file && file.text !== draft.text) Object.assign(file, { text: draft.text, version: draft.version, unsaved: true })
    }
    setInterval(() => this.#look(), LOOK)
    return [...this.all.values()]
  }

  /** What was typed and couldn't be saved yet, which the browser keeps. */
  #drafts() {
    try {
      return JSON.parse(stored.get(this.key)) ?? {}
    } catch {
      return {}
    }
  }

  #keepDrafts() {
    const unsaved = [...this.all.values()].filter((file) => file.unsaved)
    const drafts = Object.fromEntries(unsaved.map(({ path, text, version }) => [path, { text, version }]))
    if (unsaved.length) stored.set(this.key, JSON.stringify(drafts))
    else stored.remove(this.key)
  }

  changed(path, text) {
    const file = this.all.get(path)
    file.text = text
    file.unsaved = true
    this.#keepDrafts()
    this.tell.status('Unsaved changes')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), PAUSE)
  }

  /** Saves all unsaved files. Returns whether everything is saved now. */
  async save(options) {
    clearTimeout(this.timer)
    this.timer = undefined
    for (const file of this.all.values()) {
      if (file.unsaved && !file.theirs) await this.#put(file, options)
    }
    return [...this.all.values()].every((file) => !file.unsaved)
  }

  async #put(file, options) {
    const sent = file.text
    this.saving = true
    try {
      const body = { path: file.path, text: sent, base: file.version }
      const response = await send('PUT', this.url, body, options)
      const said = await response.json()
      if (response.status === 409) {
        file.theirs = said
        this.tell.status('Not saved')
        this.tell.conflict(file)
      } else if (response.ok) {
        file.version = said.version
        file.unsaved = file.text !== sent
        if (!file.unsaved) this.tell.status('Saved')
      } else {
        this.#notSaved(said.sentence)
      }
    } catch (error) {
      this.#notSaved(error.message)
    } finally {
      this.saving = false
      this.#keepDrafts()
    }
  }

  #notSaved(why) {
    this.tell.status(`${why} Until it is saved, this browser keeps what you type.`)
  }

  /** Resolves a conflict: the learner chose which version to keep. */
  async settle(file, keep) {
    const theirs = file.theirs
    file.theirs = undefined
    file.version = theirs.version
    if (keep === 'theirs') this.#take(file, theirs)
    await this.save()
  }

  /** Puts the starter back, in place of what was saved last. Returns the folder that has what was there. */
  async startOver() {
    const { files, kept } = await call('POST', `${this.url}/starter`)
    for (const fresh of files) this.#take(this.all.get(fresh.path), fresh)
    return kept
  }

  sources() {
    return Object.fromEntries([...this.all.values()].map((file) => [file.path, file.text]))
  }

  #take(file, fresh) {
    Object.assign(file, { text: fresh.text, version: fresh.version, unsaved: false })
    this.#keepDrafts()
    this.tell.replaced(file)
    this.tell.status('Updated from disk')
  }

  #quiet() {
    return !document.hidden && !this.saving && [...this.all.values()].every((file) => !file.unsaved)
  }

  async #look() {
    // What couldn't be saved is tried again, once the studio is back.
    if (!document.hidden && !this.saving && !this.timer && [...this.all.values()].some((file) => file.unsaved)) return this.save()
    if (!this.#quiet()) return
    try {
      const versions = await call('GET', `${this.url}/versions`)
      const stale = (file) => versions[file.path] && versions[file.path] !== file.version
      if (!this.#quiet() || ![...this.all.values()].some(stale)) return
      const files = await call('POST', this.url)
      if (!this.#quiet()) return
      for (const fresh of files) {
        const file = this.all.get(fresh.path)
        if (file && fresh.version !== file.version) this.#take(file, fresh)
      }
    } catch (error) {
      this.tell.status(error.message)
    }
  }
}
