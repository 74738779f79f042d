import type { Form } from '../model/index.ts'
export function dataSchema(_form: Form): Record<string, unknown> { return {} }
