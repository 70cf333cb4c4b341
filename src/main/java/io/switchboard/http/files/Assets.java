package io.switchboard.http.files;

import static java.util.Objects.requireNonNull;

import io.switchboard.http.Refused;
import io.switchboard.http.Response;
import io.switchboard.http.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, scripts and pictures from the class path, each under a path with its hash. They are
 * read when a page first names them, and compressed when somebody first asks for them: the largest
 * is wanted by few, and a start need not wait for it.
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

  private final class File {
    private final String type;
    private final String resource;
    private volatile @Nullable String hash;
    private volatile @Nullable Response ready;

    File(String type, String resource) {
      this.type = type;
      this.resource = resource;
    }

    /** Two who are first at once may both make it; it is the same. */
    String hash() {
      String known = hash;
      if (known == null) {
        known = Assets.hash(bytes());
        hash = known;
      }
      return known;
    }

    /** As {@link #hash()}. */
    Response ready() {
      Response known = ready;
      if (known == null) {
        known = Assets.ready(type, bytes());
        ready = known;
      }
      return known;
    }

    private byte[] bytes() {
      byte[] bytes = read(resource);
      return resource.endsWith(".css") ? withPaths(bytes) : bytes;
    }
  }

  /**
   * Adds a file. A style sheet may name other files that were added, as {@code url("name")}.
   *
   * @param name as the address ends; ends in css, js, svg, png or woff2
   * @param resource its path on the class path
   */
  public Assets add(String name, String resource) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("no media type is known for " + name);
    }
    if (Assets.class.getClassLoader().getResource(resource) == null) {
      throw new IllegalArgumentException("not on the class path: " + resource);
    }
    byName.put(name, new File(type, resource));
    return this;
  }

  /** Where the file is, for a page. */
  public String path(String name) {
    return "/assets/" + file(name).hash() + "/" + name;
  }

  /** Serves them. */
  public void on(Routes routes) {
    routes.get(
        "/assets/{hash}/{name}",
        request -> {
          File file = byName.get(request.param("name"));
          if (file == null || !file.hash().equals(request.param("hash"))) {
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

  private static byte[] read(String resource) {
    try (InputStream in =
        requireNonNull(Assets.class.getClassLoader().getResourceAsStream(resource))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
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
