package io.switchboard.web.share.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.http.Response;

/**
 * {@code /oembed}: a link's preview for those who ask in that way.
 *
 * @see <a href="https://oembed.com/">oEmbed 1.0</a>
 */
final class OEmbed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OEmbed() {}

  static Response of(Preview preview, String address) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", "1.0");
    json.put("type", "link");
    json.put("title", preview.title());
    json.put("provider_name", "Switchboard");
    json.put("provider_url", address + "/");
    if (preview.picture() != null) {
      json.put("thumbnail_url", preview.picture());
      json.put("thumbnail_width", preview.width());
      json.put("thumbnail_height", preview.height());
    }
    // It can end at any time, so it is not to be kept.
    json.put("cache_age", 0);
    return Response.json(json.toString());
  }
}
