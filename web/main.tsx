import { render } from 'preact'
import './style/style.css'
import { effect } from '@preact/signals'
import { startListening } from './live.ts'
import { loadMe, me } from './me.ts'
import { startRouting } from './route.ts'
import { Shell } from './Shell.tsx'
import { startTheme } from './settings.ts'

startTheme()
startRouting()
void loadMe()
const stop = effect(() => {
  // News are for those who may read.
  if (!me.value) return
  startListening()
  queueMicrotask(() => stop())
})
render(<Shell />, document.getElementById('root') as HTMLElement)
