/** The look of the dialog for a further article. Colours and fonts are those of the frame in which it stands. */
const css = String.raw;

export const styles = css`
  .add-dialog {
    box-sizing: border-box;
    inline-size: min(40em, 100vw - 2em);
    max-block-size: min(90vh, 100vh - 2em);
    padding: 1.4em 1.6em 1.5em;
    overflow: auto;
    border: 1px solid var(--ink);
    border-radius: 2px;
    background: var(--paper);
    color: var(--ink);
    font: 1em/1.5 var(--sans);
  }

  .add-dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .add-dialog.dropping {
    outline: 3px dashed var(--link);
    outline-offset: -8px;
  }

  .add-dialog h2 {
    font-size: 1.5em;
    line-height: 1.2;
  }

  .add-dialog .about {
    color: var(--quiet);
    font-size: 0.9em;
  }

  .add-dialog label:not(.tool) {
    display: block;
    margin-block: 0.9em 0.25em;
    font-size: 0.87em;
    font-weight: 600;
  }

  .add-dialog :is(textarea, input:not([type='file'])) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.4em;
    padding: 0.4em 0.55em;
    border: 1px solid var(--quiet);
    border-radius: 2px;
    background: var(--paper);
    color: var(--ink);
    color-scheme: inherit;
    font: inherit;
  }

  .add-dialog textarea {
    resize: vertical;
    font-family: var(--serif);
  }

  .add-dialog:has(.waiting) textarea {
    block-size: 4.5em;
  }

  .add-dialog .files {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.8em;
    margin-block-start: 0.7em;
  }

  /* The field itself is out of sight, not out of reach: its label is the button. */
  .add-dialog [type='file'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    opacity: 0;
    pointer-events: none;
  }

  .add-dialog .files:has(:focus-visible) .tool {
    outline: 2px solid var(--link);
    outline-offset: 2px;
  }

  .waiting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 11em;
    gap: 0 1em;
    margin-block-start: 1.2em;
    padding-block-start: 0.8em;
    border-block-start: 1px solid var(--rule);
  }

  .waiting legend {
    display: contents;
    font-family: var(--serif);
    font-weight: 600;
  }

  .waiting legend,
  .waiting .size {
    grid-column: 1 / -1;
  }

  .waiting .size {
    color: var(--quiet);
    font-size: 0.82em;
  }

  .waiting label[for^='add-source'] {
    grid-area: 3 / 1;
  }

  .waiting label[for^='add-date'] {
    grid-area: 3 / 2;
  }

  .waiting input[type='text'] {
    grid-area: 4 / 1;
  }

  .waiting input[type='date'] {
    grid-area: 4 / 2;
  }

  .waiting .tool {
    justify-self: start;
    margin-block-start: 0.6em;
  }

  .problem {
    color: var(--differ);
    font-weight: 600;
  }

  .problem:not(:empty) {
    margin-block-start: 1em;
  }

  /* In reach however much waits. */
  .ends {
    position: sticky;
    inset-block-end: -1.5em;
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-block: 0.6em -1.5em;
    padding-block: 0.8em 1.5em;
    background: var(--paper);
  }

  .tool.main {
    /* Colours of the reader's own would be laid behind the words, in that of the words. */
    forced-color-adjust: none;
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  .tool[aria-disabled='true'] {
    opacity: 0.6;
  }

  @media (max-width: 30em) {
    .waiting {
      grid-template-columns: minmax(0, 1fr);
    }

    .waiting > * {
      grid-area: auto !important;
    }
  }
`;
