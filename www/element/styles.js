/**
 * The look of the element. Colours follow the page's `color-scheme`; every `--crossread-…` can be set from outside, every
 * section and control is a `part`. Widths are the element's own, not the window's.
 */
const css = String.raw;

export const styles = css`
  :host {
    display: block;
    position: relative;
    /* Room for the comparison, so that nothing below the element moves when it comes. */
    min-block-size: var(--crossread-min-height, 100vh);
    font-size: var(--crossread-font-size, 1rem);
  }

  :host([hidden]) {
    display: none;
  }

  .frame,
  .notice {
    --paper: var(--crossread-paper, light-dark(#fff, #14161a));
    --tint: var(--crossread-tint, light-dark(#f6f3ec, #1e2126));
    --ink: var(--crossread-ink, light-dark(#1b1a17, #ebe8e1));
    --quiet: var(--crossread-quiet, light-dark(#5d5a53, #a8a49b));
    --rule: var(--crossread-rule, light-dark(#d8d3c8, #363a41));
    --link: var(--crossread-link, light-dark(#17507f, #8ec2ef));
    --differ: var(--crossread-differ, light-dark(#a8321a, #ff9c82));
    --differ-tint: var(--crossread-differ-tint, light-dark(#fbe8e1, #43251d));
    --mark: var(--crossread-mark, light-dark(#fbeeb4, #4b4115));
    --shade: var(--crossread-shade, light-dark(#d9d2c3, #3d434c));
    --radius: var(--crossread-radius, 2px);
    --space: var(--crossread-space, 1em);
    --serif: var(
      --crossread-serif,
      'Iowan Old Style',
      'Source Serif 4',
      Charter,
      Georgia,
      'Noto Serif',
      'Liberation Serif',
      serif
    );
    --sans: var(
      --crossread-sans,
      -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );

    all: initial;
    display: block;
    direction: inherit;
    color-scheme: inherit;
    font: 1em/1.5 var(--sans);
    font-size: inherit;
    color: var(--ink);
    background: var(--paper);
    overflow-wrap: break-word;
    text-size-adjust: 100%;
  }

  .frame:empty,
  .frame[hidden] {
    display: none;
  }

  .notice {
    margin-block: 0 1em;
    padding: 0.75em 0;
    border-block: 1px solid var(--rule);
    font-size: 0.9em;
    color: var(--quiet);
  }

  .notice.failed {
    border-block-start: 2px solid var(--differ);
    color: var(--ink);
  }

  .notice .detail {
    color: var(--quiet);
    font-size: 0.85em;
  }

  p,
  h2,
  h3,
  h4,
  ul,
  ol,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3,
  h4,
  .headline {
    overflow-wrap: anywhere;
  }

  h2,
  h3,
  h4 {
    font-family: var(--serif);
    font-weight: 600;
    text-wrap: balance;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  /* What is rendered ahead has links in the place of buttons. */
  .link {
    display: inline-block;
    box-sizing: border-box;
    align-content: center;
    color: inherit;
    text-decoration: none;
  }

  a {
    color: var(--link);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  :focus-visible {
    outline: 2px solid var(--link);
    outline-offset: 2px;
    border-radius: 1px;
  }

  section:focus,
  article:focus,
  .sentence:focus {
    outline-offset: 6px;
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .sign {
    margin-inline-end: 0.3em;
    font-weight: 700;
  }

  /* Signs are drawn as lines in the colour of the words beside them. */
  .icon {
    flex: none;
    box-sizing: content-box;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.35em;
    vertical-align: -0.14em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon-out:dir(rtl),
  .icon-sections:dir(rtl),
  .icon-article:dir(rtl) {
    transform: scaleX(-1);
  }

  /* Small labels, set apart by case and spacing. */
  .label,
  .kind,
  .corner {
    font-size: 0.72em;
    font-weight: 600;
    letter-spacing: 0.07em;
    text-transform: uppercase;
    color: var(--quiet);
  }

  /* An outlet: its initials in a box, and its name. */
  .outlet,
  .who label {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-inline-size: 0;
  }

  .initials {
    flex: none;
    box-sizing: border-box;
    min-inline-size: 2.5em;
    padding: 0.22em 0.3em;
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font: 600 0.68em/1.15 var(--sans);
    letter-spacing: 0.04em;
    text-align: center;
    color: var(--quiet);
  }

  .page {
    container: crossread / inline-size;
    position: relative;
    max-inline-size: var(--crossread-width, 70em);
    margin-inline: auto;
  }

  /* Header */

  .masthead {
    padding-block-end: 1.5em;
  }

  .story-title {
    max-inline-size: 24em;
    font-size: 2em;
    font-size: clamp(1.75em, 1em + 3.2cqi, 2.9em);
    line-height: 1.1;
    letter-spacing: -0.012em;
  }

  .story-title.long {
    max-inline-size: 30em;
    font-size: clamp(1.25em, 0.9em + 1.2cqi, 1.7em);
    line-height: 1.2;
  }

  .standfirst {
    margin-block: 0.6em 1.4em;
    max-inline-size: 44em;
    color: var(--quiet);
  }

  .counts {
    display: grid;
    grid-template-columns: repeat(2, 1fr);
    border-block-start: 2px solid var(--ink);
    border-block-end: 1px solid var(--rule);
  }

  .count {
    padding: 0.75em 0.75em 0.8em 0;
    line-height: 1.2;
  }

  .figure {
    display: block;
    font: 600 2.3em/1 var(--serif);
    font-variant-numeric: lining-nums;
    margin-block-end: 0.12em;
  }

  .figure .of {
    font: 400 0.42em/1 var(--sans);
    color: var(--quiet);
  }

  .of-what {
    font-size: 0.85em;
    text-decoration: underline dotted 1px;
    text-decoration-color: var(--quiet);
    text-underline-offset: 0.28em;
  }

  .count:hover .of-what,
  .count[aria-expanded='true'] .of-what {
    text-decoration: underline solid 2px;
    text-decoration-color: currentcolor;
  }

  .count.differences.some .figure {
    color: var(--differ);
  }

  .explanation {
    padding: 0.9em 1em;
    background: var(--tint);
    font-size: 0.9em;
  }

  .explanation p,
  .explanation ul {
    max-inline-size: 46em;
  }

  .explanation ul {
    margin-block-start: 0.4em;
    font-weight: 600;
  }

  .shelf {
    margin-block-start: 1.1em;
    font-size: 0.9em;
  }

  .article {
    display: grid;
    gap: 0 1.5em;
    padding-block: 0.4em;
    border-block-end: 1px solid var(--rule);
    align-items: center;
  }

  .article:last-child {
    border: 0;
  }

  .who {
    display: flex;
    align-items: center;
    gap: 0.55em;
    min-block-size: 1.7em;
    font-weight: 600;
  }

  .who .initials {
    min-inline-size: 3.2em;
  }

  .who label {
    cursor: pointer;
    padding-block: 0.15em;
  }

  .who input,
  .choice input,
  .tabs input {
    accent-color: var(--ink);
  }

  .who input {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0.25em;
  }

  .headline {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    font-family: var(--serif);
    font-size: 1.07em;
    line-height: 1.35;
  }

  .headline a {
    color: inherit;
    text-decoration-color: var(--rule);
  }

  .headline a:hover {
    text-decoration-color: currentcolor;
  }

  time {
    font-size: 0.93em;
    color: var(--quiet);
    white-space: nowrap;
  }

  .off .name,
  .off .headline {
    color: var(--quiet);
  }

  .off .name {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  .warnings {
    margin-block-start: 1em;
    padding: 0.7em 1em;
    border-inline-start: 3px solid var(--rule);
    font-size: 0.87em;
    color: var(--quiet);
  }

  /* The outlets, always in view. */

  .sources {
    position: sticky;
    inset-block-start: var(--crossread-sticky-top, 0px);
    z-index: 3;
    border-block: 1px solid var(--rule);
    background: var(--paper);
    font-size: 0.8em;
  }

  .sources {
    display: flex;
    align-items: stretch;
    gap: 1em;
  }

  .sources ul {
    position: relative;
    display: flex;
    flex: 1;
    gap: 0 1.4em;
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }

  .arrange {
    flex: none;
    padding-block: 0.6em;
    font-weight: 600;
  }

  .arrange:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  /* The list of sections hangs below the bar. */
  .arrangement {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    box-sizing: border-box;
    inline-size: min(20em, 100%);
    max-block-size: 70vh;
    overflow: auto;
    padding: 0.4em 0.9em;
    border: 1px solid var(--ink);
    border-radius: var(--radius);
    background: var(--paper);
    box-shadow: 0 0.6em 1.6em rgb(0 0 0 / 14%);
    font-size: 1.08em;
  }

  .arrangement li {
    display: flex;
    align-items: center;
    gap: 0.3em;
  }

  .arrangement li + li {
    border-block-start: 1px solid var(--rule);
  }

  .arrangement label {
    display: inline-flex;
    min-inline-size: 28px;
  }

  .arrangement input {
    inline-size: 16px;
    block-size: 16px;
    margin-block: 9px;
    margin-inline: 0 8px;
    accent-color: var(--ink);
  }

  .to {
    flex: 1;
    min-block-size: 34px;
    font-family: var(--serif);
    font-size: 1.1em;
  }

  .to:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .move {
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    color: var(--quiet);
  }

  .move .icon {
    margin: 0;
  }

  .move:hover {
    color: var(--ink);
    background: var(--tint);
  }

  .move:disabled {
    visibility: hidden;
  }

  .source {
    padding-block: 0.6em;
    white-space: nowrap;
  }

  .source:hover .name,
  .opener:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .source:focus-visible {
    outline-offset: -3px;
  }

  /* Sections: the heading in a rail beside its matter, or above it where there is no room. */

  .section {
    padding-block: calc(1.6 * var(--space)) calc(2.6 * var(--space));
    border-block-start: 2px solid var(--ink);
    scroll-margin-block-start: calc(var(--crossread-sticky-top, 0px) + 3em);
  }

  /*
   * Laid out as it comes into view; not the controls, which browsers look for wherever they are. What stands out of it,
   * such as the ring of the focus, is still to be seen.
   */
  .body > :is(article, div, dl, figure, ol, ul):not(:has(input, select)) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24em;
    overflow-clip-margin: 3em;
  }

  .sources + .section {
    border-block-start: 0;
  }

  .card,
  .sentence,
  .evidence {
    scroll-margin-block: calc(var(--crossread-sticky-top, 0px) + 4em) 2em;
  }

  .rail {
    margin-block-end: 1em;
  }

  .title {
    font-size: 1.5em;
    line-height: 1.2;
  }

  .about {
    margin-block-start: 0.35em;
    max-inline-size: 40em;
    font-size: 0.85em;
    line-height: 1.45;
    color: var(--quiet);
  }

  .none {
    max-inline-size: 40em;
    font-family: var(--serif);
    font-size: 1.1em;
  }

  /* What can be clicked as a whole. */
  .quoted[data-act],
  q[data-act],
  .words-said[data-act] {
    cursor: pointer;
  }

  q {
    quotes: none;
    font-family: var(--serif);
  }

  /* What runs the other way than the page stands where the page's lines begin, and is no wider than its words. */
  .page[dir='rtl'] :is(p, q, h4, blockquote):dir(ltr),
  .page[dir='ltr'] :is(p, q, h4, blockquote):dir(rtl) {
    inline-size: fit-content;
  }

  mark {
    color: inherit;
    background: var(--mark);
    padding-block: 0.06em;
    box-decoration-break: clone;
  }

  mark.disputed {
    background: var(--differ-tint);
    border-block-end: 2px solid var(--differ);
    cursor: pointer;
  }

  .opener {
    min-inline-size: 24px;
    min-block-size: 1.7em;
    min-block-size: max(1.7em, 24px);
  }

  .opener .name {
    color: var(--ink);
  }

  .opener[aria-expanded='true'] .initials {
    color: var(--paper);
    background: var(--ink);
    border-color: var(--ink);
  }

  .support {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em 1.1em;
    font-size: 0.82em;
    color: var(--quiet);
  }

  :is(button, .link).differs,
  .key .differs {
    color: var(--differ);
    font-weight: 600;
  }

  :is(button, .link).differs {
    min-block-size: 24px;
  }

  :is(button, .link).differs:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .more,
  .where,
  .way {
    min-block-size: 24px;
    font-size: 0.85em;
    color: var(--link);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  .more {
    margin-block-start: 0.9em;
  }

  .more:hover,
  .where:hover,
  .way:hover {
    text-decoration-thickness: 2px;
  }

  /* Choices in a line: a length, an article. */

  .choice {
    display: flex;
    gap: 0.25em 1.3em;
    margin-block-end: 0.6em;
    font-size: 0.85em;
  }

  .choice label,
  .tabs label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 26px;
    cursor: pointer;
  }

  .choice input,
  .tabs input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .choice span {
    border-block-end: 2px solid transparent;
    color: var(--quiet);
  }

  .choice label:hover span {
    border-color: var(--rule);
  }

  .choice input:checked + span {
    color: var(--ink);
    font-weight: 600;
    border-color: var(--ink);
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--link);
    outline-offset: 2px;
  }

  .select {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    font-size: 0.85em;
    color: var(--quiet);
  }

  select {
    min-block-size: 28px;
    padding: 0.2em 0.3em;
    max-inline-size: 100%;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
  }

  /* In short */

  .sentences > li {
    padding-block: 0.9em 0.7em;
    border-block-end: 1px solid var(--rule);
  }

  .sentences > li:last-child {
    border: 0;
  }

  .quoted {
    max-inline-size: 34em;
    margin-block-end: 0.35em;
    font: 1.22em/1.42 var(--serif);
    text-wrap: pretty;
  }

  /* Evidence */

  .evidence {
    position: relative;
    margin-block: 0.8em 0.4em;
    padding: 0.9em 3em 0.8em 1.1em;
    border-inline-start: 3px solid var(--ink);
    background: var(--tint);
    font-size: 1rem;
    font-size: max(0.95em, 0.9rem);
  }

  .evidence blockquote {
    margin-block: 0.45em 0.55em;
    max-inline-size: 40em;
    font: 1em/1.5 var(--serif);
  }

  .around {
    color: var(--quiet);
  }

  .from,
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em 1.2em;
    font-size: 0.85em;
  }

  .from .way {
    display: inline-flex;
    align-items: center;
    font-size: 1em;
  }

  .from .name {
    font-weight: 600;
  }

  .ways > * {
    font-size: 1em;
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }

  .close {
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-end: 0.4em;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    color: var(--quiet);
  }

  .close .icon {
    margin: 0;
  }

  .close:hover {
    color: var(--ink);
  }

  .other + .other {
    margin-block-start: 0.9em;
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--rule);
  }

  /* Where they differ */

  .card > .copy {
    margin-block-start: 0.7em;
  }

  .card + .card {
    margin-block-start: 2em;
    padding-block-start: 1.6em;
    border-block-start: 1px solid var(--rule);
  }

  .card .kind {
    color: var(--differ);
  }

  .card h4 {
    font-size: 1.22em;
    line-height: 1.25;
  }

  .positions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 1.2em 0;
    margin-block-start: 0.9em;
  }

  .position {
    padding-inline: 1.3em;
    border-inline-start: 1px solid var(--rule);
    min-inline-size: 0;
  }

  .position:first-child {
    padding-inline-start: 0;
    border: 0;
  }

  .position:last-child {
    padding-inline-end: 0;
  }

  /* A block, whether it is a button or a link: a line box of its own would be higher than it in WebKit. */
  .value {
    display: block;
    inline-size: fit-content;
    font: 600 1.7em/1.15 var(--serif);
    font-variant-numeric: lining-nums;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }

  .position > .support {
    margin-block: 0.25em 0.6em;
  }

  .claims > li {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--rule);
  }

  .claims .opener {
    font-weight: 600;
  }

  .claims > li > .opener {
    font-size: 0.82em;
  }

  .claims q {
    display: block;
    line-height: 1.45;
  }

  .notes {
    margin-block-start: 1em;
    padding: 0.7em 1em;
    background: var(--tint);
    font-size: 0.9em;
  }

  .notes .label {
    margin-block-end: 0.2em;
  }

  /* Grid */

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    margin-block-end: 0.9em;
  }

  .select,
  .select > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .select > span {
    flex: none;
  }

  .tools .select {
    flex-wrap: wrap;
    gap: 0 0.5em;
  }

  .scroll {
    position: relative;
    overflow: auto;
    max-block-size: max(85vh, 24em);
    border-block: 1px solid var(--ink);
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.87em;
    line-height: 1.35;
  }

  caption {
    text-align: start;
  }

  th,
  td {
    padding: 0.5em 0.8em;
    border-block-end: 1px solid var(--rule);
    text-align: start;
    vertical-align: top;
    background: var(--paper);
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    vertical-align: bottom;
    font-weight: 600;
    border-block-end-color: var(--ink);
  }

  .grid thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    min-inline-size: 7.5em;
  }

  .grid thead th:has(> [title]) {
    min-inline-size: 5.5em;
  }

  thead .outlet {
    flex-direction: column;
    align-items: start;
    gap: 0.25em;
    font-size: 0.93em;
    line-height: 1.2;
  }

  /* Rules are drawn by the row below: what stays in view would cover those of the row above. */
  .grid tbody tr > * {
    border-block-end: 0;
  }

  .grid tbody tr + tr > * {
    border-block-start: 1px solid var(--rule);
  }

  .grid tr > :first-child:not([colspan]) {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 8.5em;
    max-inline-size: 17em;
    padding-inline-start: 0;
    font-weight: 400;
  }

  .grid thead tr > .corner {
    z-index: 3;
    font-weight: 600;
  }

  tbody th {
    font-family: var(--serif);
    font-size: 1.08em;
  }

  tbody th .differs {
    font-family: var(--serif);
  }

  .cell {
    min-inline-size: 24px;
    min-block-size: 24px;
    text-decoration: underline dotted 1px var(--quiet);
    text-underline-offset: 0.25em;
  }

  .cell .icon {
    color: var(--quiet);
  }

  .cell:hover,
  .cell[aria-expanded='true'] {
    text-decoration: underline solid 2px currentcolor;
  }

  .conflict .cell {
    font-weight: 600;
  }

  .conflict .cell.other {
    color: var(--differ);
  }

  /* In line with the buttons beside it. */
  .absent {
    line-height: 24px;
    color: var(--quiet);
  }

  .cut {
    font-size: 0.9em;
    font-style: italic;
  }

  .open > td {
    padding: 0;
  }

  .open .evidence {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 100cqi;
    max-inline-size: 46em;
    box-sizing: border-box;
  }

  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: end;
    gap: 0 1.4em;
    margin-block-start: 0.7em;
  }

  .below .more {
    margin: 0;
    margin-inline-end: auto;
  }

  /* By outlet, by speaker */

  .group + .group {
    margin-block-start: 1.8em;
  }

  .group > h4 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.8em;
    padding-block-end: 0.35em;
    font-size: 1.1em;
  }

  .group > h4 .outlet {
    font: 600 0.88em/1.4 var(--sans);
  }

  .by {
    font: 400 0.75em/1.4 var(--sans);
    color: var(--quiet);
  }

  .only .claims q,
  .timeline .claims q {
    max-inline-size: 42em;
  }

  /* Quotes */

  .saying {
    padding-block: 0.6em;
    border-block-start: 1px solid var(--rule);
  }

  .saying .label {
    margin-block-end: 0.4em;
  }

  .variant + .variant {
    margin-block-start: 0.5em;
  }

  .variants .variant {
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--rule);
  }

  .words-said {
    display: block;
    max-inline-size: 40em;
    font: 1.08em/1.45 var(--serif);
  }

  q.words-said::before {
    content: '“';
  }

  q.words-said::after {
    content: '”';
  }

  ins {
    text-decoration: underline 2px var(--link);
    text-underline-offset: 0.2em;
    background: var(--tint);
  }

  del {
    color: var(--quiet);
    text-decoration: line-through 1px;
  }

  /* Timeline: outlets below one another, days beside one another. A dot is a day told exactly, a bar some time within. */

  .chart {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.9em;
    margin-block-end: 1.6em;
  }

  .chart > .scroll {
    max-block-size: none;
    border: 0;
    scrollbar-width: thin;
  }

  .chart > .evidence {
    grid-column: 1 / -1;
  }

  .lanes {
    padding-block-start: 44px;
    font-size: 0.8em;
  }

  .lanes li {
    display: flex;
    align-items: center;
    gap: 0.5em;
    block-size: 30px;
  }

  .drawing {
    display: block;
    min-inline-size: 100%;
    overflow: visible;
  }

  .drawing text {
    font: 600 12px/1 var(--sans);
    fill: var(--ink);
  }

  .drawing .month {
    fill: var(--quiet);
    font-weight: 400;
    transform: translateX(-5px);
  }

  .drawing .day-of,
  .drawing .number {
    text-anchor: middle;
  }

  .drawing .of-day {
    stroke: var(--rule);
    stroke-dasharray: 1 3;
  }

  .drawing .lane {
    stroke: var(--rule);
  }

  .dot {
    cursor: pointer;
    outline: none;
  }

  .hit {
    fill: transparent;
    stroke: transparent;
    stroke-width: 26px;
    stroke-linecap: round;
  }

  circle.hit {
    stroke: none;
  }

  circle.shape {
    fill: var(--ink);
  }

  /* A bar is a thick line with a thinner one of paper in it: hollow, as its date is. */
  line.shape {
    stroke: var(--ink);
    stroke-width: 13px;
    stroke-linecap: round;
  }

  line.core {
    stroke: var(--paper);
    stroke-width: 10px;
    stroke-linecap: round;
  }

  .exact .number {
    fill: var(--paper);
    font-size: 11px;
  }

  .inexact .number {
    font-size: 10px;
  }

  .dot:hover circle.shape,
  .dot[aria-expanded='true'] circle.shape {
    fill: var(--link);
  }

  .dot:hover line.shape,
  .dot[aria-expanded='true'] line.shape {
    stroke: var(--link);
  }

  .dot:focus-visible .hit {
    stroke: var(--link);
    stroke-width: 2px;
  }

  .dot.inexact:focus-visible .hit {
    stroke-width: 22px;
    stroke-opacity: 0.45;
  }

  svg.drawing:dir(rtl) {
    transform: scaleX(-1);
  }

  svg.drawing:dir(rtl) text {
    transform-box: fill-box;
    transform-origin: center;
    transform: scaleX(-1);
  }

  .days {
    font-size: 1em;
  }

  .days th,
  .days td {
    padding-inline: 0 1.2em;
    border-block-end: 0;
  }

  .days tr + tr > td,
  .days tbody + tbody > tr:first-child > * {
    border-block-start: 1px solid var(--rule);
  }

  .days thead th,
  .pairs thead th {
    font-size: 0.72em;
    letter-spacing: 0.07em;
    text-transform: uppercase;
    color: var(--quiet);
  }

  .days tbody .day {
    inline-size: 8.5em;
    font: 600 0.87em/1.4 var(--sans);
  }

  .day small {
    display: block;
    font-weight: 400;
    color: var(--quiet);
  }

  .days q {
    display: block;
    max-inline-size: 42em;
    line-height: 1.45;
  }

  /* Wording */

  .naming dl {
    margin: 0.6em 0 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: 1.2em 2em;
  }

  .named {
    padding-block-start: 0.55em;
    border-block-start: 1px solid var(--rule);
  }

  .named:has(.evidence) {
    grid-column: 1 / -1;
  }

  .named dt {
    margin-block-end: 0.2em;
    font: 600 1.05em/1.3 var(--serif);
  }

  .named dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0 0.45em;
    margin: 0;
    min-block-size: 28px;
  }

  .named .whole {
    display: block;
  }

  .named .opener {
    font-size: 0.9em;
  }

  /* The words may run the other way than the line. */
  .page[dir='ltr'] .named dd > q {
    margin-right: auto;
  }

  .page[dir='rtl'] .named dd > q {
    margin-left: auto;
  }

  .naming + .charged,
  .charged + .charged {
    margin-block-start: 2em;
  }

  .charged .about {
    margin-block: 0.1em 0.5em;
  }

  h4 + dl,
  .body > div > h4 {
    font-size: 1.1em;
  }

  /* Shared text */

  .pairs {
    max-block-size: none;
    border-block-start: 0;
  }

  .pairs tr > * {
    padding-inline-start: 0;
    vertical-align: middle;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1em;
    min-block-size: 28px;
    align-items: center;
    font-family: var(--sans);
  }

  .pair:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .pair[aria-pressed='true'] .name {
    font-weight: 600;
  }

  .pair[aria-pressed='true'] .initials {
    color: var(--paper);
    background: var(--ink);
    border-color: var(--ink);
  }

  .ribbons {
    margin: 1.6em 0 1.2em;
  }

  .ribbons > .end {
    font-size: 0.82em;
  }

  .ribbons > .drawing {
    inline-size: 100%;
    block-size: 7em;
    margin-block: 0.35em;
  }

  .bar {
    fill: var(--shade);
  }

  .ribbon {
    fill: var(--ink);
    fill-opacity: 0.5;
    stroke: var(--paper);
    vector-effect: non-scaling-stroke;
    cursor: pointer;
    outline: none;
  }

  .ribbon:hover,
  .ribbon[aria-expanded='true'] {
    fill: var(--link);
    fill-opacity: 0.75;
  }

  .ribbon:focus-visible {
    fill: var(--link);
    fill-opacity: 0.6;
    stroke: var(--link);
    stroke-width: 2px;
  }

  .twins > li {
    padding-block: 0.9em;
    border-block-start: 1px solid var(--rule);
  }

  .twin {
    position: relative;
    display: grid;
    gap: 0.6em 2.4em;
  }

  .twin .opener {
    font-size: 0.82em;
  }

  .twin q,
  .side-by-side p[dir] {
    display: block;
    font: 1em/1.5 var(--serif);
  }

  .twin > .evidence {
    grid-column: 1 / -1;
    margin-block-start: 0;
  }

  /* Two articles side by side: what says the same is joined. */

  .side-by-side {
    margin-block-start: 1.2em;
  }

  .side-by-side > .twin {
    padding-block: 0.55em;
  }

  .side-by-side > .twin + .twin {
    border-block-start: 1px solid var(--rule);
  }

  .side-by-side .heads {
    padding-block-end: 1em;
  }

  .side-by-side .opener {
    display: flex;
    align-items: center;
    min-block-size: 26px;
  }

  .side-by-side p[dir] + .opener {
    margin-block-start: 0.5em;
  }

  .join {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 1.7em;
    block-size: 1.7em;
    border: 1px solid currentcolor;
    border-radius: 50%;
    background: var(--paper);
    color: var(--quiet);
    font-size: 0.85em;
  }

  .join .icon {
    margin: 0;
  }

  .joined.differs > .join {
    color: var(--differ);
  }

  /* Read */

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.5em;
    border-block-end: 1px solid var(--rule);
    font-size: 0.87em;
  }

  .tabs-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1.4em;
  }

  .tabs-line > .tabs {
    flex: 1 0 100%;
  }

  .tabs-line .way {
    display: inline-flex;
    align-items: center;
  }

  .tabs label {
    padding-block: 0.35em;
    border-block-end: 3px solid transparent;
    margin-block-end: -1px;
    color: var(--quiet);
  }

  .tabs label:has(:checked) {
    border-color: var(--ink);
    color: var(--ink);
    font-weight: 600;
  }

  .tabs label:has(:checked) .initials {
    color: var(--paper);
    background: var(--ink);
    border-color: var(--ink);
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.4em;
    margin-block: 0.7em 1.4em;
    font-size: 0.8em;
    color: var(--quiet);
  }

  .reading h4 {
    max-inline-size: 24em;
    font-size: 1.55em;
    line-height: 1.18;
  }

  .reading h4.long {
    max-inline-size: 34em;
    font-size: 1.2em;
  }

  .reading > header {
    margin-block-end: 1.1em;
  }

  .reading .from {
    margin-block-start: 0.4em;
  }

  .row {
    margin-block-end: 0.95em;
  }

  .row > p {
    max-inline-size: 36em;
    font: 1.06em/1.6 var(--serif);
    text-wrap: pretty;
  }

  .row.furniture {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.8em;
    max-inline-size: 38em;
  }

  .row.furniture > p {
    font: 0.85em/1.45 var(--sans);
    color: var(--quiet);
  }

  .sentence:focus {
    background: var(--tint);
    outline: 2px solid var(--link);
    outline-offset: 2px;
  }

  .stance {
    display: inline-block;
    font: 0.68em/1.3 var(--sans);
    white-space: nowrap;
    color: var(--quiet);
  }

  :is(button, .link).stance {
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.25em;
  }

  :is(button, .link).stance:hover,
  :is(button, .link).stance[aria-expanded='true'] {
    text-decoration: underline solid 2px;
  }

  .stance.differs {
    color: var(--differ);
  }

  :is(button, .link).stance {
    padding: 0.35em 0.3em;
    margin: -0.35em -0.1em;
  }

  :is(button, .link).stance.differs {
    min-block-size: 0;
  }

  .sentence.differs:has(.stance:hover),
  .sentence.same:has(.stance:hover) {
    background: var(--tint);
  }

  /* What the others say, beside the sentence under the pointer. */
  .frame.float {
    position: absolute;
    z-index: 4;
    background: none;
    animation: none;
  }

  .float .evidence {
    margin: 0;
    padding-inline-end: 1.1em;
    max-block-size: min(60vh, 28em);
    overflow: auto;
    box-shadow: 0 0.5em 1.4em rgb(0 0 0 / 12%);
    font-size: 0.9em;
  }

  @container crossread (min-width: 44em) {
    .counts {
      grid-template-columns: repeat(4, 1fr);
    }

    .count + .count {
      padding-inline-start: 1.1em;
      border-inline-start: 1px solid var(--rule);
    }

    .twin {
      grid-template-columns: 1fr 1fr;
    }

    .joined > .join {
      position: absolute;
      inset-block-start: 0.5em;
      inset-inline-start: calc(50% - 0.85em);
    }

    .joined::before {
      content: '';
      position: absolute;
      inset-block: 0.6em;
      inset-inline-start: 50%;
      border-inline-start: 1px solid var(--rule);
    }

    .shelf ul {
      display: grid;
      grid-template-columns: fit-content(38%) 1fr max-content;
    }

    .article {
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
  }

  @container crossread (max-width: 43.99em) {
    /* Who says the same, in one line: the names stand above, and always in view. */
    .alike ~ .opener,
    .alike ~ .outlet {
      gap: 0;
    }

    .alike ~ * .name {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .support:has(.alike) {
      column-gap: 0.5em;
    }

    .support > :has(+ .alike) {
      flex: 1 0 100%;
    }

    .tabs {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
    }

    .tabs label {
      flex: none;
      margin-block-end: 0;
      white-space: nowrap;
    }

    .tabs label:has(:focus-visible) {
      outline-offset: -2px;
    }

    .pairs th,
    .pairs td {
      padding-inline-end: 0.4em;
    }

    .pairs thead th {
      letter-spacing: 0;
    }
    .tools {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.6em 1em;
    }

    .tools .select {
      display: grid;
    }

    .lanes .name {
      display: none;
    }

    .days th,
    .days td {
      padding-inline-end: 0.7em;
    }

    .days tbody .day {
      inline-size: 5.6em;
    }

    .joined > div:nth-child(2) {
      padding-inline-start: 1em;
      border-inline-start: 2px solid var(--rule);
    }

    .joined > .join {
      position: absolute;
      inset-block-start: 0.4em;
      inset-inline-end: 0;
    }

    .count:nth-child(even) {
      padding-inline-start: 1em;
      border-inline-start: 1px solid var(--rule);
    }

    .count:nth-child(n + 3) {
      border-block-start: 1px solid var(--rule);
    }

    .article {
      padding-block: 0.6em;
      padding-inline-start: 2.1em;
    }

    .who {
      margin-inline-start: -2.1em;
    }

    .position {
      padding-inline: 0;
      border: 0;
    }

    .position + .position {
      padding-block-start: 1.2em;
      border-block-start: 1px solid var(--rule);
    }
  }

  @container crossread (min-width: 58em) {
    .section:not(.grid) {
      display: grid;
      grid-template-columns: 12.5em minmax(0, 1fr);
      gap: 0 2.5em;
    }

    .sentences > li:first-child {
      padding-block-start: 0.2em;
    }

    .summary .body {
      position: relative;
    }

    /* What the others say stands beside the sentence and reaches down past the paragraphs that follow. */
    .reading {
      display: grid;
      grid-template-columns: minmax(0, 38.2em) minmax(14em, 1fr);
      gap: 0 1.5em;
      align-items: start;
    }

    .reading > *,
    .row > p {
      grid-column: 1;
    }

    .row:has(> .evidence) {
      display: contents;
    }

    .row:has(> .evidence) > p {
      margin-block-end: 0.9em;
    }

    .row > .evidence {
      grid-column: 2;
      grid-row: span 24;
      margin-block: 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .evidence,
    .explanation {
      animation: appear 0.16s ease-out;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }

  @media (prefers-contrast: more) {
    .frame,
    .notice {
      --quiet: var(--ink);
      --rule: var(--ink);
      --shade: var(--paper);
    }

    .bar {
      stroke: var(--ink);
      vector-effect: non-scaling-stroke;
    }

    .ribbon {
      fill-opacity: 0.8;
    }
  }

  @media (forced-colors: active) {
    /* Drawings are not recoloured by the browser, and tints are gone: what they set apart gets an edge. */
    .frame,
    .notice {
      --paper: Canvas;
      --tint: Canvas;
      --shade: Canvas;
      --ink: CanvasText;
      --quiet: CanvasText;
      --rule: CanvasText;
      --differ: CanvasText;
      --link: LinkText;
    }

    .bar {
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }

    .ribbon {
      fill: CanvasText;
      fill-opacity: 1;
    }

    .dot:is(:hover, :focus-visible, [aria-expanded='true']) circle.shape,
    .ribbon:is(:hover, :focus-visible, [aria-expanded='true']) {
      fill: Highlight;
      fill-opacity: 1;
    }

    .dot:is(:hover, :focus-visible, [aria-expanded='true']) line.shape {
      stroke: Highlight;
    }

    .ribbon:focus-visible,
    .dot:focus-visible .hit {
      stroke: Highlight;
      stroke-opacity: 1;
      stroke-width: 3px;
    }

    .notes,
    .explanation {
      border: 1px solid;
    }

    mark,
    mark.disputed {
      forced-color-adjust: none;
      color: MarkText;
      background: Mark;
      border-color: MarkText;
    }

    /* What is not chosen has an edge of no colour, which would be drawn. */
    .choice span,
    .tabs label {
      border-color: Canvas;
    }

    .tabs label {
      margin-block-end: 0;
    }

    .choice input:checked + span,
    .tabs label:has(:checked) {
      border-color: Highlight;
    }

    .opener[aria-expanded='true'] .initials,
    .pair[aria-pressed='true'] .initials,
    .tabs label:has(:checked) .initials {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
  }

  @media print {
    .sources,
    .below,
    .choice,
    .tools,
    .more,
    .close,
    .where,
    .copy,
    .who input,
    .ways button {
      display: none;
    }

    mark,
    ins,
    .notes,
    .initials,
    .bar {
      print-color-adjust: exact;
    }

    /* The grid is no wider than the paper. */
    .grid table {
      font-size: 0.75em;
    }

    .grid tr > :is(th, td):is(th, td) {
      position: static;
      min-inline-size: 0;
      padding-inline: 0 0.7em;
      overflow-wrap: anywhere;
    }

    .scroll {
      max-block-size: none;
      overflow: visible;
    }

    .card,
    .saying,
    .sentences > li {
      break-inside: avoid;
    }
  }

  /* The shell: what stands around the comparison and what the reader can do with all of it */

  /* A headline in another direction than the page's begins where the page's lines begin. */
  .story-title,
  .headline,
  dt {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .announcer {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Its line stays in the page, so that what is written there is heard. */
  .notice:not(.busy, .stopped, .failed, .differs) {
    position: absolute;
    clip-path: inset(50%);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .notice progress {
    inline-size: min(100%, 16em);
    margin-inline-end: 1em;
    accent-color: var(--link);
    vertical-align: middle;
  }

  .tool {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: 32px;
    padding: 0.2em 0.8em;
    border: 1px solid var(--rule);
    border-radius: 2px;
    font-size: 0.87em;
    cursor: pointer;
  }

  .tool:hover {
    border-color: var(--ink);
  }

  .add {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.2em;
    margin-block-start: 0.9em;
  }

  .removed {
    color: var(--quiet);
    font-size: 0.87em;
  }

  .removed .tool {
    font-size: 1em;
    color: var(--ink);
  }

  .article {
    position: relative;
  }

  .remove {
    inline-size: 28px;
    block-size: 28px;
    text-align: center;
    color: var(--quiet);
  }

  .remove:hover {
    color: var(--ink);
  }

  .remove .icon {
    margin: 0;
    font-weight: 400;
  }

  .export {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1.2em;
    padding-block: 1.4em;
    border-block-start: 2px solid var(--ink);
  }

  .export ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  [data-done]::after {
    content: '✓';
    margin-inline-start: 0.4em;
  }

  @media print {
    .add,
    .remove,
    .export {
      display: none;
    }
  }
`;
