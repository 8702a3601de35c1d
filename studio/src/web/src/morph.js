/** Changes `old` into `fresh` with as few changes as possible, so the focused element keeps its focus. */
export function morph(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const before = [...old.childNodes]
  const after = [...fresh.childNodes]
  after.forEach((node, i) => {
    const there = before[i]
    if (!there) old.append(document.importNode(node, true))
    else if (there.nodeName !== node.nodeName) there.replaceWith(document.importNode(node, true))
    else if (node.nodeType === Node.ELEMENT_NODE) morph(there, node)
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue
  })
  before.slice(after.length).forEach((node) => node.remove())
}
