package io.switchboard.attachment;

import io.switchboard.chat.Attachment;
import java.util.Locale;
import java.util.Set;

/** What a file is said to be. */
public enum Claim {
  PICTURE,
  TEXT,
  SOUND,
  /** Nothing is said; its content will tell. */
  UNKNOWN,
  /** Something that no model here can be given. */
  OTHER;

  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp");
  private static final Set<String> PICTURE_ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp");

  private static final Set<String> SOUNDS =
      Set.of(
          "audio/ogg",
          "audio/opus",
          "audio/mpeg",
          "audio/mp3",
          "audio/mp4",
          "audio/m4a",
          "audio/x-m4a",
          "audio/aac",
          "audio/wav",
          "audio/x-wav",
          "audio/wave",
          "audio/flac",
          "audio/x-flac");
  private static final Set<String> SOUND_ENDINGS =
      Set.of("ogg", "oga", "opus", "mp3", "m4a", "wav", "flac");

  /** Media types of text beside text/*. */
  private static final Set<String> TEXTS =
      Set.of(
          "application/json",
          "application/x-ndjson",
          "application/xml",
          "application/javascript",
          "application/x-javascript",
          "application/typescript",
          "application/x-typescript",
          "application/yaml",
          "application/x-yaml",
          "application/toml",
          "application/sql",
          "application/x-sql",
          "application/graphql",
          "application/x-sh",
          "application/x-shellscript",
          "application/x-python",
          "application/x-python-code",
          "application/x-php",
          "application/x-httpd-php",
          "application/x-perl",
          "application/x-ruby",
          "application/x-tex",
          "application/x-latex",
          "application/x-subrip",
          "application/csv");

  /** They count more than the media type: a program in TypeScript is sent as video/mp2t. */
  private static final Set<String> TEXT_ENDINGS =
      Set.of(
          ("txt text md markdown rst adoc org tex bib log csv tsv json jsonl ndjson json5 xml xsd"
                  + " xsl html htm xhtml css scss sass less svg yaml yml toml ini cfg conf env"
                  + " properties gradle kts kt java scala groovy clj cljs py pyi ipynb rb php pl pm"
                  + " lua r jl js mjs cjs jsx ts mts cts tsx vue svelte c h cc cpp cxx hh hpp hxx"
                  + " ino cs fs fsx vb go rs swift m mm dart zig nim d hs elm erl ex exs ml mli sql"
                  + " graphql gql proto thrift sh bash zsh fish ps1 bat cmd awk sed vim el lisp scm"
                  + " asm s v sv vhd vhdl f f90 f95 pas ada cob sol tf hcl nix cmake mk make diff"
                  + " patch srt vtt po pot rtf eml ics vcf")
              .split(" "));

  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          ("pdf doc docx xls xlsx ppt pptx odt ods odp epub zip gz tgz tar bz2 xz 7z rar jar apk"
                  + " exe dll so dmg iso bin class mp3 m4a ogg oga opus wav flac mp4 mov mkv webm"
                  + " avi heic heif avif bmp tif tiff ico psd ttf otf woff woff2 sqlite db")
              .split(" "));

  static Claim of(Attachment attachment) {
    String type = attachment.type().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    String name = attachment.name().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (PICTURES.contains(type)) {
      return PICTURE;
    }
    if (SOUNDS.contains(type)) {
      return SOUND;
    }
    if (TEXT_ENDINGS.contains(ending) && name.contains(".")) {
      return TEXT;
    }
    if (type.startsWith("text/")
        || TEXTS.contains(type)
        || type.endsWith("+xml")
        || type.endsWith("+json")) {
      return TEXT;
    }
    if (!type.isEmpty() && !type.equals("application/octet-stream")) {
      return OTHER;
    }
    return PICTURE_ENDINGS.contains(ending)
        ? PICTURE
        : SOUND_ENDINGS.contains(ending) ? SOUND : OTHER_ENDINGS.contains(ending) ? OTHER : UNKNOWN;
  }
}
