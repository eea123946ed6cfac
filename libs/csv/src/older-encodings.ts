/**
 * Encodings of one byte a letter, as programs wrote files before UTF-8. All have ASCII in their lower half; here is the upper one, bytes
 * 0x80–0xFF, as Python's codecs have it: Node's own decoder takes Windows-1252 for Latin-1, and takes bytes for letters that mean nothing.
 */
const upperHalves = {
  'windows-1252':
    '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'windows-1250':
    '€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż' +
    'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'windows-1253':
    '€�‚ƒ„…†‡�‰�‹�����‘’“”•–—�™�›����\xa0΅Ά£¤¥¦§¨©�«¬\xad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ' +
    'ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�',
  'windows-1254':
    '€�‚ƒ„…†‡ˆ‰Š‹Œ����‘’“”•–—˜™š›œ��Ÿ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  'windows-1257':
    '€�‚�„…†‡�‰�‹�¨ˇ¸�‘’“”•–—�™�›�¯˛�\xa0�¢£¤�¦§Ø©Ŗ«¬\xad®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ' +
    'ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙',
  'iso-8859-15':
    '��������������������������������\xa0¡¢£€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
} as const;

export type OlderEncoding = keyof typeof upperHalves;
export const olderEncodings = Object.keys(upperHalves) as readonly OlderEncoding[];

const nothing = '\uFFFD';

/** A byte that means nothing becomes a control character, so that the rules about control characters find it. */
const readHalf = (half: string): string =>
  Array.from(half, (letter, at) => (letter === nothing ? String.fromCharCode(0x80 + (at % 0x20)) : letter)).join('');

const halves = new Map(olderEncodings.map((encoding) => [encoding, readHalf(upperHalves[encoding])]));

/** Whether a byte from 0x80 on is a letter or a sign in this encoding. */
export const meansSomething = (byte: number, encoding: OlderEncoding): boolean =>
  upperHalves[encoding][byte - 0x80] !== nothing;

/** What a byte from 0x80 on means. */
const letterOf = (byte: number, encoding: OlderEncoding): string => halves.get(encoding)![byte - 0x80]!;

const byteIn1252 = new Map(Array.from(halves.get('windows-1252')!, (letter, at) => [letter, 0x80 + at]));

/** The same bytes in another encoding. @param text as Windows-1252 reads it, in which every byte is a character of its own */
export const rereadAs = (text: string, encoding: OlderEncoding): string =>
  encoding === 'windows-1252'
    ? text
    : text.replaceAll(/[^\0-\x7f]/g, (letter) => {
        const byte = byteIn1252.get(letter);
        return byte === undefined ? letter : letterOf(byte, encoding);
      });

/** Whether two encodings take a byte from 0x80 on for the same letter. */
export const readAlike = (byte: number, one: OlderEncoding, other: OlderEncoding): boolean =>
  letterOf(byte, one) === letterOf(byte, other);

/** The text as UTF-8. @param bytesSeen of each byte from 0x80 on that occurs, its place is set to 1 */
export async function* fromOlder(
  chunks: AsyncIterable<Uint8Array>,
  encoding: OlderEncoding,
  bytesSeen: Uint8Array = new Uint8Array(256),
): AsyncGenerator<Uint8Array> {
  const letters = Array.from(halves.get(encoding)!, (letter) => Buffer.from(letter));
  for await (const chunk of chunks) {
    // None of these letters takes more than three bytes.
    const text = Buffer.allocUnsafe(chunk.length * 3);
    let length = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte < 0x80) {
        text[length++] = byte;
        continue;
      }
      bytesSeen[byte] = 1;
      const letter = letters[byte - 0x80]!;
      for (let unit = 0; unit < letter.length; unit++) text[length++] = letter[unit]!;
    }
    yield text.subarray(0, length);
  }
}
