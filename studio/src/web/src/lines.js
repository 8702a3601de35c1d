/** The JSON objects of a response that has one on each line, as they come. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    rest += value ?? ''
    const whole = rest.split('\n')
    rest = whole.pop()
    for (const line of whole) if (line) yield JSON.parse(line)
    if (done) return
  }
}
