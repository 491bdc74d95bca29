/** Characters of GSM 03.38's default alphabet, one septet each. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Characters of its extension table, two septets each. */
const EXTENDED = "^{}\\[~]|€\f";

export type Segments = { encoding: "GSM-7" | "Unicode"; count: number };

/** Returns the number of septets, or undefined if a character is not in the alphabet. */
const septets = (text: string): number | undefined => {
  let sum = 0;
  for (const character of text) {
    if (BASIC.includes(character)) sum += 1;
    else if (EXTENDED.includes(character)) sum += 2;
    else return undefined;
  }
  return sum;
};

/**
 * Returns in how many parts a text message is sent and charged: 160 or 70 characters in a single part, 153 or 67 in each
 * of several (3GPP TS 23.040).
 */
export const segmentsOf = (text: string): Segments => {
  const units = septets(text);
  const [encoding, length, single, part] =
    units === undefined ? (["Unicode", text.length, 70, 67] as const) : (["GSM-7", units, 160, 153] as const);
  return { encoding, count: length <= single ? 1 : Math.ceil(length / part) };
};
