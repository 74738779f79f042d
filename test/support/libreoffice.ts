import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The command that starts LibreOffice; absent where it is not installed. */
export function libreOffice(): string | undefined {
  const known = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
  return known.find((command) => {
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

const serif = ['宋体', 'SimSun', '仿宋', 'FangSong', '仿宋_GB2312', '方正小标宋简体', 'Times New Roman']
const sans = ['黑体', 'SimHei', 'Arial']

/** 宋体, 黑体 and the like drawn with the faces that the PDF embeds, as an office that has them would see the pages. */
function fontConfiguration(scratch: string): string {
  const dirs = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium']
  const alias = (names: readonly string[], face: string) =>
    names
      .map((name) => `<match target="pattern"><test name="family"><string>${name}</string></test>`)
      .map(
        (match) => `${match}<edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`,
      )
      .join('')
  const file = join(scratch, 'fonts.conf')
  const folders = dirs.map((dir) => `<dir>${resolve('node_modules/@expo-google-fonts', dir)}</dir>`).join('')
  const aliases =
    alias(serif, 'Noto Serif SC') + alias(sans, 'Noto Sans SC') + alias(['Courier New'], 'Liberation Mono')
  const cache = `<cachedir>${join(scratch, 'fonts-cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<dir>/usr/share/fonts</dir>${aliases}${cache}</fontconfig>`,
  )
  return file
}

/**
 * A Word or Excel file as PDF, beside it; the path of the PDF. The profile is the run's own, so that an open
 * LibreOffice does not answer instead.
 * @param scratch folder for profile, fonts and the PDF
 */
export function converted(office: string, path: string, scratch: string): string {
  const { name, ext } = parse(path)
  const into = join(scratch, ext.slice(1))
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile'))}`
  execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', into, path], {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration(scratch) },
  })
  return join(into, `${name}.pdf`)
}
