package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** As much of HTTP/1.1 as is needed, in full view: what is cut or held back here really is. */
final class Wire {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_BODY = 50_000_000;

  private Wire() {}

  /** A request; header names are found in any case. */
  record Request(String method, String path, Map<String, String> headers, byte[] body) {}

  /**
   * Reads a request.
   *
   * @param first its first byte, which was read already
   */
  static Request read(int first, InputStream in) throws IOException {
    String[] line = ((char) first + line(in)).split(" ");
    if (line.length != 3 || !line[2].equals("HTTP/1.1")) {
      throw new IOException("no HTTP/1.1 request: " + String.join(" ", line));
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new IOException("no header: " + header);
      }
      headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return new Request(line[0], line[1], headers, body(headers, in));
  }

  private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(line(in), 16); size > 0; ) {
        body.write(in.readNBytes(size));
        line(in);
        size = Integer.parseInt(line(in), 16);
      }
      line(in);
      return body.toByteArray();
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    if (length > LARGEST_BODY) {
      throw new IOException("a body of " + length + " bytes");
    }
    return in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Zipped if the headers say so. */
  static byte[] encoded(String body, Map<String, String> headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!headers.getOrDefault("Content-Encoding", "").equals("gzip")) {
      return bytes;
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  /** A whole answer. */
  static void whole(
      OutputStream out, int status, String type, Map<String, String> headers, String body)
      throws IOException {
    byte[] bytes = encoded(body, headers);
    StringBuilder head = head(status, type, headers);
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    out.write(all.toByteArray());
    out.flush();
  }

  /** A file. */
  static void bytes(OutputStream out, String type, byte[] content) throws IOException {
    StringBuilder head = head(200, type, Map.of());
    head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.write(content);
    out.flush();
  }

  /** The head of a streamed answer. */
  static void streamHead(OutputStream out, Map<String, String> headers) throws IOException {
    streamHead(out, "text/event-stream; charset=utf-8", headers);
  }

  /** The head of an answer in pieces of this type. */
  static void streamHead(OutputStream out, String type, Map<String, String> headers)
      throws IOException {
    StringBuilder head = head(200, type, headers);
    head.append("Transfer-Encoding: chunked\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A piece of a streamed answer. */
  static void chunk(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    out.write(all.toByteArray());
    out.flush();
  }

  /** The proper end of a streamed answer. */
  static void end(OutputStream out) throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static StringBuilder head(int status, String type, Map<String, String> headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head;
  }

  /** An error in OpenAI's form; an empty code is null. */
  static String error(String message, String type, String code) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode error = root.putObject("error");
    error.put("message", message);
    error.put("type", type);
    error.putNull("param");
    error.put("code", code.isEmpty() ? null : code);
    return root.toString();
  }
}
