/**
 * Follows the steps of a drawing below a root, as `src/view/patch.rs` describes them.
 *
 * Elements and texts are made one by one, attributes are set by name: no text ever passes through a parser of markup. Nodes
 * that stay keep their focus, their scroll position and what the reader has selected in them. What takes long is drawn in
 * slices, from the top and section by section, so that the page goes on.
 */

/** How long is drawn before the page has its turn, in milliseconds. */
const SLICE = 8;

const SVG = 'http://www.w3.org/2000/svg';

/** The steps, by their numbers. */
const [CLEAR, SKIP, REMOVE, FETCH, TEXT, WRITE, OPEN, ENTER, SET, UNSET, LEAVE] = Array(11).keys();

/**
 * @param {Element} root
 * @param {import('../crossread.js').Drawing} drawing
 * @param {string[][]} names  Those of tags and of attributes.
 * @param {() => boolean} [given]  Whether it is given up meanwhile.
 */
export async function paint(root, { steps, texts }, [tags = [], attributes = []], given = () => false) {
  /** @type {Element} */
  let parent = root;
  /** @type {any} */
  let next = root.firstChild;
  let at = 0;
  let from = 0;
  let end = performance.now() + SLICE;
  /** The new element that is not on the page yet: there it comes whole, so that nothing that is seen moves. @type {any} */
  let apart = null;
  /** @type {any} */
  let place = null;
  const number = () => /** @type {number} */ (steps[at++]);
  const text = () => texts.slice(from, (from += number()));
  while (at < steps.length) {
    switch (number()) {
      case CLEAR:
        next?.remove();
        next = root.firstChild;
        break;
      case SKIP:
        for (let count = number(); count; count -= 1) next = next.nextSibling;
        break;
      case REMOVE:
        for (let count = number(); count; count -= 1) {
          const gone = next;
          next = next.nextSibling;
          gone.remove();
        }
        break;
      case FETCH: {
        let fetched = next;
        for (let count = number(); count; count -= 1) fetched = fetched.nextSibling;
        parent.insertBefore(fetched, next);
        next = fetched;
        break;
      }
      case TEXT:
        parent.insertBefore(document.createTextNode(text()), next);
        break;
      case WRITE:
        next.data = text();
        next = next.nextSibling;
        break;
      case OPEN: {
        const tag = tags[number()] ?? 'span';
        const drawn = tag === 'svg' || (parent !== root && parent.namespaceURI === SVG);
        const made = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
        for (let count = number(); count; count -= 1) {
          const name = attributes[number()] ?? '';
          made.setAttribute(name, text());
        }
        if (apart || parent === root) parent.insertBefore(made, next);
        else [apart, place] = [made, { parent, next }];
        parent = made;
        next = null;
        if (performance.now() > end) {
          await new Promise((go) => setTimeout(go));
          if (given()) return;
          end = performance.now() + SLICE;
        }
        break;
      }
      case ENTER:
        parent = next;
        next = parent.firstChild;
        break;
      case SET: {
        const name = attributes[number()] ?? '';
        parent.setAttribute(name, text());
        break;
      }
      case UNSET:
        parent.removeAttribute(attributes[number()] ?? '');
        break;
      case LEAVE:
        if (parent === apart) {
          place.parent.insertBefore(apart, place.next);
          apart = null;
        }
        next = parent.nextSibling;
        parent = /** @type {Element} */ (parent.parentNode);
        break;
    }
  }
  // What the reader has ticked or chosen is a property; the attribute says how it is.
  for (const control of root.querySelectorAll('input')) control.checked = control.hasAttribute('checked');
  for (const choice of root.querySelectorAll('option')) choice.selected = choice.hasAttribute('selected');
}
