// How Chinese text is cut for the search engine, and put together again. generator/publish/tokens.py explains the rule
// and applies it to the index; this applies it to the query and undoes it in what is shown.

const HAN = "[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
const HAN_RUN = new RegExp(`${HAN}+`, "gu");
// Pagefind ends a text with a full stop.
const HAN_TOKEN = new RegExp(`^(${HAN})(${HAN})?\\.?$`, "u");
// Marks that stand without a blank next to Han characters.
const CLOSE_TO = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]|^["']$/u;
const OPEN_TO = /[\p{Ps}\p{Pi}\u3000-\u303f\uff00-\uffef\u2014\u2026]$/u;

/** A query as the index understands it: a run of several Han characters asks for the pairs it consists of. */
export function queryForm(text) {
  const cut = text.replace(HAN_RUN, (run) => {
    const characters = [...run];
    if (characters.length === 1) return ` ${run} `;
    return ` ${characters.slice(1).map((next, index) => characters[index] + next).join(" ")} `;
  });
  return cut.trim().split(/\s+/u).join(" ");
}

/**
 * Tokens of the index as pieces of readable text: [{text, marked}]. `marked` is the set of the tokens' positions that
 * answer the query; `offset` is the position of the first token.
 */
export function readable(tokens, marked = new Set(), offset = 0) {
  const pieces = [];
  const add = (text, mark) => {
    const last = pieces.at(-1);
    if (last && last.marked === mark) last.text += text;
    else if (text) pieces.push({ text, marked: mark });
  };
  let before = ""; // the token before this one
  let carry = false; // the pair before this one is marked, and with it this character
  tokens.forEach((token, index) => {
    const mark = marked.has(offset + index);
    const han = HAN_TOKEN.exec(token);
    const inside = han && HAN_TOKEN.exec(before)?.[2] === han[1];
    if (index > 0 && !inside && needsBlank(before, token)) add(" ", carry && mark);
    add(han ? han[1] : token, mark || (inside && carry));
    carry = Boolean(mark && han?.[2]);
    before = token;
  });
  return pieces;
}

/** Whether a blank stood, or should stand, between two tokens that are not parts of one Han run. */
function needsBlank(left, right) {
  const touchesHan = HAN_TOKEN.test(left) || HAN_TOKEN.test(right);
  return !touchesHan || !(CLOSE_TO.test(right) || OPEN_TO.test(left));
}

/** A text of the index, such as a title, as it was printed. */
export function plain(text) {
  return readable(text.split(/\s+/u)).map((piece) => piece.text).join("");
}
