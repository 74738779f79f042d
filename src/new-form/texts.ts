interface Texts {
  /** FORM and YEAR stand for the form's id and its first year. */
  readonly definition: string
  readonly example: string
}

export const chinese: Texts = {
  definition: `# 一张新表。写完一处就用 biaoshi show FORM 看一看；语言说明见 definitions/README.zh-CN.md。
form: FORM                # 表的标识，就是文件夹的名字
edition: YEAR             # 首次使用的年份，就是文件的名字
title: "{{year}}年统计表"   # {{year}} 是填报年度，写成文字的年份不会变
page: A4                  # 横向写 A4 landscape
numbering: {sections: 一、}

parts:
  head:                   # 表上方的一行
    as: line
    fields:
      agency: {label: 填报单位, width: 14, required: true}
      date: 填报日期 | date

  summary:                # 表：每个 section 一个栏目
    newPage: false
    sections:
      staff:
        label: 人员情况
        unit: 人          # 单位写一次，下面各列共用
        columns:
          own: 本单位人数[^own]
          others: 外聘人数
          total: 合计 | = own + others
      projects:
        label: 项目情况
        columns:
          seq: 序号 | seq
          name: {label: 项目名称, width: 16}
          amount: 金额 | 万元
        list: {blank: 2, total: 合计}
      remarks: {label: 其他说明, lines: 2}

notes:
  own: 指年末在册人数
`,
  example: `# FORM 的填报示例（虚构）。改了表以后，用 biaoshi fill 再填一次，就知道数据是否还放得进去。
form: FORM
year: YEAR
values:
  head:
    agency: 示例单位
    date: YEAR-12-31
  summary:
    staff: {own: 12, others: 3}
    projects:
      - {name: 示例项目一, amount: 20.5}
      - {name: 示例项目二, amount: 8}
    remarks: 无
`,
}

export const english: Texts = {
  definition: `# A new form. Look at it with biaoshi show FORM as you write; the language is told in definitions/README.md.
form: FORM                # its id: the folder's name
edition: YEAR             # the first year that it is used in: the file's name
lang: en-US
title: "Summary of {{year}}"  # {{year}} is the reporting year; a year written out stays
page: A4                  # lying: A4 landscape
numbering: {sections: "1. "}

parts:
  head:                   # a line above the table
    as: line
    fields:
      agency: {label: Reported by, width: 14, required: true}
      date: Date | date

  summary:                # the table: a label at the left for each section
    newPage: false
    sections:
      staff:
        label: Staff
        unit: people      # said once, for all columns below
        columns:
          own: Employees[^own]
          others: Others
          total: Total | = own + others
      projects:
        label: Projects
        columns:
          seq: No. | seq
          name: {label: Project, width: 16}
          amount: Amount | $1,000
        list: {blank: 2, total: Sum}
      remarks: {label: Remarks, lines: 2}

notes:
  own: At the end of the year.
`,
  example: `# An invented return of FORM. After a change of the form, fill it again: it shows whether data still fit.
form: FORM
year: YEAR
values:
  head:
    agency: Example Office
    date: YEAR-12-31
  summary:
    staff: {own: 12, others: 3}
    projects:
      - {name: Example project one, amount: 20.5}
      - {name: Example project two, amount: 8}
    remarks: None.
`,
}
