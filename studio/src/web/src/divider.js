import { stored } from './stored.js'

const KEY = 'gradus.workbench.side'
const STEP = 2

/** Lets one change how the width of `box` is divided, by dragging and by keys. The width is kept. */
export function makeResizable(box, divider) {
  const [least, most] = [Number(divider.ariaValueMin), Number(divider.ariaValueMax)]
  const set = (percent) => {
    const side = Math.min(Math.max(Math.round(percent), least), most)
    box.style.setProperty('--side', `${side}%`)
    divider.ariaValueNow = side
    stored.set(KEY, String(side))
  }
  const now = () => Number(divider.ariaValueNow)
  set(Number(stored.get(KEY)) || 38)
  divider.addEventListener('pointerdown', (event) => divider.setPointerCapture(event.pointerId))
  divider.addEventListener('pointermove', (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return
    const { left, width } = box.getBoundingClientRect()
    set((100 * (event.clientX - left)) / width)
  })
  divider.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: least - now(), End: most - now() }[event.key]
    if (step === undefined) return
    event.preventDefault()
    set(now() + step)
  })
}
