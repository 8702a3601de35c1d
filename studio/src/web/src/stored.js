/** Texts that the browser keeps for this page's address; none where it doesn't. */
export const stored = {
  get(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  set(key, text) {
    try {
      localStorage.setItem(key, text)
    } catch {
      // It is full, or the browser keeps nothing.
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key)
    } catch {
      // Then there is nothing to remove.
    }
  },
}
