import { diffJob } from './jobs/diff.mjs'
import { batchJob, coldJob, formJob } from './jobs/forms.mjs'
import { growthJob } from './jobs/growth.mjs'
import { rowsJob } from './jobs/rows.mjs'

/** What the bench can do, in this order; `--only` names some. A job's `run(bench)` gives tables. */
export const jobs = [rowsJob('pdf'), rowsJob('xlsx'), rowsJob('docx'), coldJob, formJob, batchJob, growthJob, diffJob]
