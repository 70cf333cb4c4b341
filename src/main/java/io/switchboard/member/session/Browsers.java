package io.switchboard.member.session;

/** How browsers are signed in, and which are. */
public record Browsers(SignIn signing, Sessions sessions) {}
