package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.util.List;

/** What addresses and numbers of people, and addresses of their networks, look like. */
final class Personal {
  private static final String OCTET = "\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  static final List<Shape> SHAPES =
      List.of(
          new Shape(
              Kind.MAIL,
              "(?<![\\p{IsLatin}\\p{N}._%+-])[\\p{IsLatin}\\p{N}._%+-]{1,64}(?:@|%40|&#64;)"
                  + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}(?:\\p{IsLatin}{2,24}(?![\\p{IsLatin}\\p{N}])"
                  + "|[\\p{L}&&[^\\p{IsLatin}]]{2,24})"),
          new Shape(
              Kind.ACCOUNT,
              "(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?:[\\s\\xA0]?[A-Z0-9]{4}){2,7}"
                  + "(?:[\\s\\xA0]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
              Personal::isAccount),
          new Shape(Kind.PHONE, "(?<![\\w+.-])\\+[1-9]\\d{0,2}(?:[ ().-]{0,2}\\d){7,12}(?!\\d)"),
          // In their groups, so that what stands behind is none of it; and in one piece.
          new Shape(
              Kind.CARD,
              "(?<![\\d.-])(?:\\d{4}(?:[\\s\\xA0-]\\d{4}){2}[\\s\\xA0-]\\d{1,4}"
                  + "|3\\d{3}[\\s\\xA0-]\\d{6}[\\s\\xA0-]\\d{4,5}|\\d{13,19})(?!\\d|[.-]\\d)",
              Personal::isCard),
          // With the country's number; in the forms of North America, of Taiwan, of Korea, of
          // China; with a
          // zero and something between the groups, as most countries write them at home.
          new Shape(Kind.PHONE, "(?<![\\w+.-])00[1-9]\\d{0,2}(?:[ ().-]{0,2}\\d){7,12}(?!\\d)"),
          new Shape(
              Kind.PHONE, "(?<![\\w.+-])\\(?[2-9]\\d{2}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?![\\w-])"),
          new Shape(Kind.PHONE, "(?<![\\w.+-])09\\d{2}[ -]?\\d{3}[ -]?\\d{3}(?![\\w-])"),
          new Shape(Kind.PHONE, "(?<![\\w.+-])01[016-9][ .-]?\\d{3,4}[ .-]?\\d{4}(?![\\w-])"),
          new Shape(Kind.PHONE, "(?<![\\w.+-])1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![\\w-])"),
          new Shape(
              Kind.PHONE,
              "(?<![\\w.+-])\\(?0\\d{1,5}\\)?[ /-]{1,3}\\d{2,4}(?:[ -]?\\d{2,5}){1,4}(?![\\w-])"),
          new Shape(
              Kind.NETWORK,
              "(?<![\\d.])(?:10"
                  + OCTET
                  + "|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d"
                  + "|12[0-7]))"
                  + OCTET
                  + OCTET
                  + "(?![\\d.]\\d|\\d)"),
          new Shape(
              Kind.NETWORK,
              "(?i)(?<![\\w:])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])(?::[0-9a-f]{0,4}){2,7}(?![\\w:])"),
          new Shape(
              Kind.NETWORK,
              "(?i)(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,6}(?:local|lan|internal|intranet|corp|"
                  + "home\\.arpa)(?![\\w-]|\\.\\w)"));

  private Personal() {}

  /** The check digit that all card numbers have (ISO/IEC 7812, Luhn). */
  private static boolean isCard(String found) {
    String digits = found.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits.length() >= 13 && sum % 10 == 0 && digits.chars().distinct().count() > 1;
  }

  /** The two check digits that all account numbers have (ISO 13616). */
  private static boolean isAccount(String found) {
    String plain = found.replaceAll("[\\s\\xA0]", "");
    String turned = plain.substring(4) + plain.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return plain.length() >= 15 && rest == 1;
  }
}
