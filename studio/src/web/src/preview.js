// Reloads the page of a preview when the files of the course have changed.
const shown = document.querySelector('#preview').dataset.version
const EVERY_MS = 1000

async function watch() {
  try {
    const response = await fetch('/preview/version', { headers: { Accept: 'application/json' } })
    const { version } = await response.json()
    if (version !== shown) {
      location.reload()
      return
    }
  } catch {
    // The studio has ended, or starts again: keep asking.
  }
  setTimeout(watch, EVERY_MS)
}

setTimeout(watch, EVERY_MS)
