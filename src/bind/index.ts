import type { FilledForm, Form } from '../model/index.ts'

/** Puts the values of a return into a form. Without data: the blank. */
export function bind(form: Form): FilledForm {
  return { form, kind: 'blank' }
}
