package io.switchboard.web.signin;

import io.switchboard.http.Request;
import io.switchboard.member.session.Session;
import io.switchboard.member.session.Sessions;
import io.switchboard.share.read.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Who is signed in, as their browser's cookie says, and whether a form comes from them. */
public final class SignedIn {
  /** The name of the field that every form of somebody who is signed in must have. */
  public static final String FIELD = "proof";

  private final Sessions sessions;

  public SignedIn(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The session of this request. */
  public Optional<Session> session(Request request) {
    return Cookies.SESSION.in(request).flatMap(sessions::of);
  }

  /** Who reads; the cookie is looked at only when that is asked. */
  public Reader reader(Request request) {
    return () -> session(request).map(Session::member);
  }

  /** What goes into the forms of who is signed in; empty if nobody is. */
  public String proof(Request request) {
    return Cookies.SESSION.in(request).map(SignedIn::proof).orElse("");
  }

  private static String proof(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("form:" + secret).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The session of a form, if it was filled in on a page of ours by who is signed in. */
  public Optional<Session> session(Request request, Map<String, String> form) {
    byte[] expected = proof(request).getBytes(StandardCharsets.UTF_8);
    byte[] sent = form.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
    return expected.length > 0 && MessageDigest.isEqual(expected, sent) && Forms.fromHere(request)
        ? session(request)
        : Optional.empty();
  }
}
