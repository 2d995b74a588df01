// How Chinese text is cut for the search engine, and put together again. generator/publish/tokens.py explains the rule
// and applies it to the index; this applies it to the query and undoes it in what is shown.

/** Han characters as a part of a character class; the same as in generator/script.py. */
export const HAN_CLASS = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const HAN = `[${HAN_CLASS}]`;
const HAN_RUN = new RegExp(`${HAN}+`, "gu");
const ANY_HAN = new RegExp(HAN, "gu");
/** A token of a Han run; Pagefind ends a text with a full stop. */
export const HAN_TOKEN = new RegExp(`^(${HAN})(${HAN})?\\.?$`, "u");
// Where no blank stands: beside Chinese punctuation, inside brackets and quotes, between digits and Han.
const WIDE = "\u3001-\u303f\uff00-\uffef";
const AFTER = new RegExp(`[${WIDE}]$`, "u");
const AFTER_BEFORE_HAN = /[\p{Ps}“‘”’…—\d]$/u;
const BEFORE_AFTER_HAN = new RegExp(`^(?:[${WIDE}“‘”’…—\\p{Pe},.;:!?%]|\\d+(?!\\w))`, "u");
const WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** Whether a text holds a Han character. */
export const hasHan = (text) => text.search(ANY_HAN) >= 0;

/** What gives a text simplified characters; the table is that of generator/script.py. */
export function folder({ from, to }) {
  const targets = [...to];
  const simplified = new Map([...from].map((old, index) => [old, targets[index]]));
  return (text) => text.replace(ANY_HAN, (one) => simplified.get(one) ?? one);
}

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
    if (!text) return;
    if (last?.marked === mark) last.text += text;
    else pieces.push({ text, marked: mark });
  };
  let before = ""; // the token before this one
  let carry = false; // the pair before this one is marked, and with it this character
  tokens.forEach((token, index) => {
    const mark = marked.has(offset + index);
    const han = HAN_TOKEN.exec(token);
    const inside = han && HAN_TOKEN.exec(before)?.[2] === han[1];
    if (index > 0 && !inside && needsBlank(before, token)) add(" ", false);
    if (han) {
      add(han[1], mark || Boolean(inside && carry));
    } else {
      const [, opening, word, closing] = WORD.exec(token);
      add(opening, false);
      add(word, mark);
      add(closing, false);
    }
    carry = Boolean(mark && han?.[2]);
    before = token;
  });
  return pieces;
}

/** Whether a blank stood, or should stand, between two tokens that are not parts of one Han run. */
function needsBlank(left, right) {
  if (AFTER.test(left)) return false;
  const fromHan = HAN_TOKEN.test(left);
  const toHan = HAN_TOKEN.test(right);
  return !(fromHan && !toHan && BEFORE_AFTER_HAN.test(right)) && !(toHan && !fromHan && AFTER_BEFORE_HAN.test(left));
}

/** A text of the index, such as a title, as it was printed. */
export function plain(text) {
  return readable(text.split(/\s+/u)).map((piece) => piece.text).join("");
}
