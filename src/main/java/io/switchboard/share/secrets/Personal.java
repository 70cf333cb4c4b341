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
              "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}"
                  + "[A-Za-z]{2,24}\\b"),
          new Shape(
              Kind.CARD, "(?<![\\d.-])\\d(?:[ -]?\\d){12,18}(?![\\d.-]?\\d)", Personal::isCard),
          // With the country's number; in the forms of North America, of Korea, of China; with a
          // zero and something between the groups, as most countries write them at home.
          new Shape(
              Kind.PHONE, "(?<![\\w+.-])(?:\\+|00)[1-9]\\d{0,2}(?:[ ().-]{0,2}\\d){7,12}(?!\\d)"),
          new Shape(
              Kind.PHONE, "(?<![\\w.+-])\\(?[2-9]\\d{2}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?![\\w-])"),
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
}
