package io.switchboard.http.files;

import io.switchboard.http.Refused;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, scripts and pictures from the class path, each under a path with its hash. Their
 * bytes are read and compressed when somebody first asks for them: the largest is wanted by few,
 * and a start need not wait for it.
 */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8",
          "png", "image/png",
          "woff2", "font/woff2");

  private static final Pattern NAMED = Pattern.compile("url\\(\"([\\w.-]+)\"\\)");

  private final Map<String, File> byName = new ConcurrentHashMap<>();

  private static final class File {
    private final String hash;
    private final Supplier<Response> make;
    private volatile @Nullable Response ready;

    File(String hash, Supplier<Response> make) {
      this.hash = hash;
      this.make = make;
    }

    /** Two who are first at once may both make it; it is the same. */
    Response ready() {
      Response known = ready;
      if (known == null) {
        known = make.get();
        ready = known;
      }
      return known;
    }
  }

  /**
   * Adds a file. A style sheet may name files that were added before, as {@code url("name")}.
   *
   * @param name as the address ends; ends in css, js, svg, png or woff2
   * @param resource its path on the class path
   */
  public Assets add(String name, String resource) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("no media type is known for " + name);
    }
    if (name.endsWith(".css")) {
      byte[] sheet = withPaths(read(resource));
      byName.put(name, new File(hash(new ByteArrayInputStream(sheet)), () -> ready(type, sheet)));
    } else {
      byName.put(name, new File(hash(open(resource)), () -> ready(type, read(resource))));
    }
    return this;
  }

  /** Where the file is, for a page. */
  public String path(String name) {
    return "/assets/" + file(name).hash + "/" + name;
  }

  /** Serves them. */
  public void on(Routes routes) {
    routes.get(
        "/assets/{hash}/{name}",
        request -> {
          File file = byName.get(request.param("name"));
          if (file == null || !file.hash.equals(request.param("hash"))) {
            throw Refused.notFound();
          }
          return file.ready();
        });
  }

  private static Response ready(String type, byte[] bytes) {
    return Response.compressed(type, bytes, gzip(bytes))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        // They are everybody's, and frames without an origin need some of them.
        .header("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private byte[] withPaths(byte[] sheet) {
    return NAMED
        .matcher(new String(sheet, StandardCharsets.UTF_8))
        .replaceAll(found -> Matcher.quoteReplacement("url(\"" + path(found.group(1)) + "\")"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private File file(String name) {
    File file = byName.get(name);
    if (file == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    return file;
  }

  private static InputStream open(String resource) {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalArgumentException("not on the class path: " + resource);
    }
    return in;
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads to the end, piece by piece, and closes. */
  private static String hash(InputStream bytes) {
    try (DigestInputStream in =
        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
