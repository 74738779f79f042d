import { describe, expect, it } from 'vitest'
import { comparisonText } from '../../src/report/index.ts'
import { compared } from './support.ts'

const fee = (label: string, more = '') => `
fee:
  title: "**Fees**"
  fields:
    due: {label: "${label}", unit: m3${more}}
`

describe('strong text in a comparison', () => {
  it('is named without its marks', () => {
    const text = comparisonText(compared(fee('**Fee due.** Line 1'), fee('**Fee due.** Line 2', ', decimals: 2')), 'en')
    expect(text).toContain('Fee due. Line')
    expect(text).not.toContain('**')
  })

  it('shows its marks where nothing else tells the old words from the new', () => {
    const { changes } = compared(fee('**Fee due.** Line 1'), fee('Fee due. Line 1'))
    expect(changes.map(({ check, before, after }) => [check, before, after])).toEqual([
      ['label-changed', '**Fee due.** Line 1', 'Fee due. Line 1'],
    ])
  })
})
