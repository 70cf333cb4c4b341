package io.switchboard.share.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the database keeps the tokens of links, so that their owners can be shown
 * them again while a copy of the database says nothing. AES-256 in GCM. Processes that share a
 * database need the same key; without it links still work, only the list of shares lacks them.
 */
public final class LinkKey {
  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private LinkKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A new one that is kept nowhere. */
  public static LinkKey random() {
    return new LinkKey(randomBytes(KEY_BYTES));
  }

  /**
   * From a file; the first time, a new key is written there, for its owner's eyes only.
   *
   * @throws UncheckedIOException if the file can be neither read nor written
   * @throws NoLinkKey if the file holds something else
   */
  public static LinkKey load(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return new LinkKey(
          key(Files.readString(file).strip())
              .orElseThrow(
                  () ->
                      new NoLinkKey(
                          "%s holds no key for links: put the file back that was there, or move it away; then the links that exist still open, but /shares lacks their addresses"
                              .formatted(file))));
    } catch (IOException e) {
      throw new UncheckedIOException("the key for links cannot be read: " + file, e);
    }
  }

  /** Whether that is a key as it stands in a file. */
  public static boolean isOne(String text) {
    return key(text).isPresent();
  }

  private static Optional<byte[]> key(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length == KEY_BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whole or not at all, and never over another's: a half-written key would lock out everybody. */
  private static void create(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key is a file");
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "link", ".new", ownerOnly(folder));
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES)) + "\n");
      try {
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException e) {
        return; // Another process was faster; its key is as good.
      } catch (UnsupportedOperationException | IOException e) {
        Files.move(draft, file);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** The token so that only this key opens it again, and only for this share. */
  public String seal(LinkToken token, long share) {
    try {
      byte[] iv = randomBytes(IV_BYTES);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv, share);
      byte[] sealed = cipher.doFinal(token.value().getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES in GCM", e);
    }
  }

  /** What was sealed; empty if it was sealed with another key or for another share. */
  public Optional<LinkToken> open(String sealed, long share) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV_BYTES), share);
      byte[] token = cipher.doFinal(all, IV_BYTES, all.length - IV_BYTES);
      return Optional.of(new LinkToken(new String(token, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A mark that is the same for the same text, and from which nobody gets the text, not even by
   * trying all that it could be, without the key: HMAC-SHA256 in 64 hexadecimal digits.
   */
  public String mark(String text) {
    byte[] forMarks = hmac(key.getEncoded(), "marks");
    return HexFormat.of().formatHex(hmac(forMarks, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private Cipher cipher(int mode, byte[] iv, long share) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(share).array());
    return cipher;
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
