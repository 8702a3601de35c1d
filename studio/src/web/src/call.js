/** An error reported by the studio. Its message is meant for the user. */
export class StudioError extends Error {
  constructor(sentence, status, body) {
    super(sentence)
    this.status = status
    this.body = body
  }
}

const GONE = "The studio isn't responding; start Gradus again, then open the address that it prints."

/** Sends `body` as JSON and returns the response, whatever its status. */
export async function send(method, url, body, options = {}) {
  try {
    return await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...options,
    })
  } catch (e) {
    if (e.name === 'AbortError') throw e
    throw new StudioError(GONE, 0)
  }
}

/** Sends `body` as JSON and returns the JSON of the response. Throws a StudioError for an error status. */
export async function call(method, url, body, options) {
  const response = await send(method, url, body, options)
  const said = await response.json().catch(() => ({}))
  if (!response.ok) throw new StudioError(said.sentence ?? GONE, response.status, said)
  return said
}

/** HTML from the studio, parsed into nodes. */
export function nodes(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** A new element with these properties and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'for' || key === 'role') made.setAttribute(key, value)
    else made[key] = value
  }
  made.append(...children)
  return made
}

/** Calls `seen` once, when `target` is about to scroll into view. */
export function whenNear(target, seen) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect()
        seen()
      }
    },
    { rootMargin: '500px' },
  )
  observer.observe(target)
}
