/** A form whose choices are lines of the learner's file with the answers. */
export class AnswerForm {
  constructor(form, path) {
    this.form = form
    this.path = path
  }

  /** Shows what is in the file, and writes there what is chosen from now on. */
  open(files) {
    this.files = files
    this.show()
    for (const part of this.form.querySelectorAll('fieldset, button, input')) part.disabled = false
    this.form.addEventListener('change', (event) => this.#decide(event.target.name, event.target.value))
  }

  get #text() {
    return this.files.all.get(this.path).text
  }

  show() {
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
    this.files.changed(this.path, line.test(text) ? text.replace(line, () => decided) : `${text}\n${decided}\n`)
  }
}
