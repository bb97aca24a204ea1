/** 200 texts that run, break out or mislead where a page, a mail, a spreadsheet or a log takes them for anything but text; the same each time. */

/** Of elements that a text must never become. */
export const MARK = 'data-hostile'
const RUN = 'alert(document.domain)'

const SHAPES: readonly ((nth: number) => string)[] = [
  // Elements, and the ends of those in which a text may stand.
  () => `<script ${MARK}>${RUN}</script>`,
  () => `<img src=x onerror=${RUN} ${MARK}>`,
  () => `<svg/onload=${RUN} ${MARK}>`,
  () => `</script><script ${MARK}>${RUN}</script>`,
  () => `</title><b ${MARK}>x</b>`,
  () => `</textarea><b ${MARK}>x</b>`,
  () => `--><iframe srcdoc='<script>${RUN}</script>' ${MARK}>`,
  () => `<!--<script><b ${MARK}>x`,
  () => `<style ${MARK}>*{display:none}</style>`,
  () => `<base href=//evil.example ${MARK}>`,
  () => `<meta http-equiv=refresh content=0;//evil.example ${MARK}>`,
  () => `]]><b ${MARK}>x</b><![CDATA[`,
  () => `<math><mi xlink:href="javascript:${RUN}" ${MARK}>`,
  // Out of an attribute, a string, a template.
  () => `" autofocus onfocus="${RUN}" ${MARK}="`,
  () => `' onmouseover='${RUN}' ${MARK}='`,
  () => `\`}\${${RUN}}{\``,
  () => `\\');${RUN};//`,
  () => `{{constructor.constructor('${RUN}')()}}`,
  () => `&lt;b ${MARK}&gt;x&#60;/b&#62;`,
  () => `\\u003cb ${MARK}\\u003e`,
  // Links that run.
  () => `javascript:${RUN}`,
  () => `JaVaScRiPt&colon;${RUN}`,
  () => `data:text/html,<script>${RUN}</script>`,
  () => `[x](javascript:${RUN})`,
  // Cells that a spreadsheet runs.
  () => `=HYPERLINK("http://evil.example";"x")`,
  () => `+cmd|' /C calc'!A0`,
  () => `-2+3+cmd|' /C calc'!A0`,
  () => `@SUM(1+1)`,
  () => `＝1+1`,
  () => `x;=1+1`,
  () => `x\n=1+1`,
  // Headers of a mail, lines of a log.
  () => `x\r\nBcc: all@evil.example`,
  () => `x\n\n<b ${MARK}>body</b>`,
  () => `x\u2028Subject: y\u2029`,
  () => `%0d%0aSet-Cookie:%20x=1`,
  // Signs that mislead the eye, and those that break what counts or cuts.
  () => `\u202Etxt.exe\u202C`,
  () => `\u2067Rechts\u2069\u200F`,
  () => `Null\u200Bbreit\uFEFF\u00AD`,
  () => `Z\u0335\u0321\u0310a\u0336\u0322l\u0337g\u0301o`,
  () => '👩🏽‍🎨🏳️‍🌈👨‍👩‍👧‍👦',
  () => '\uD83C\uDFA8\u{1F1E9}\u{1F1EA}',
  () => 'ﷺ'.repeat(12),
  () => 'W'.repeat(80),
  // Names that objects, formats and databases have for themselves.
  () => '__proto__',
  () => 'constructor',
  () => 'null',
  () => `'; drop table proposals;--`,
  () => `{count, plural, other {#}}`,
  () => '%s%n%(x)s',
  () => '../../../../etc/passwd',
]

/** Each shape four times, behind and before other text, so that it stands at the beginning, in the middle and at the end. */
export const HOSTILE_TEXTS: readonly string[] = ['', 'Atelier ', '🎨', '"> '].flatMap((before) =>
  SHAPES.map((shape, nth) => `${before}${shape(nth)} ${nth}`),
)
