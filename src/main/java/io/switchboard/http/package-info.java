/**
 * The web server: routes, security headers, throttling, live events.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Helidon is seen in this room only. Other rooms get {@link io.switchboard.http.Routes},
 *       {@link io.switchboard.http.Request} and {@link io.switchboard.http.Response}.
 *   <li>Every response carries the strict headers of {@link io.switchboard.http.SecurityHeaders}; a
 *       page that needs more says so itself. Nothing here sets or reads a cookie.
 *   <li>Nothing that the client sends decides an address: links are made from {@code publicUrl}, or
 *       from the address that the server is bound to, never from the Host header.
 *   <li>Every size and time is bounded: the request's head (16 KB), its body (chosen by the reader
 *       of the body, at most 1 MiB), reading (30 s), writing (60 s), connections (2,000), and in
 *       {@code http.arrival} how long a head takes to arrive and how many connections come from one
 *       address.
 *   <li>A client's network is its IPv4 address or IPv6 /64. Only when the connection comes from
 *       this machine or from one of {@code web.proxies}, it is what X-Forwarded-For says, read from
 *       its end until somebody who is no such proxy.
 * </ul>
 *
 * <p>{@code http.watch} is health and metrics, {@code http.files} the files that never change,
 * {@code http.arrival} how requests may arrive, {@code http.check} whether the public address leads
 * here.
 */
@NullMarked
package io.switchboard.http;

import org.jspecify.annotations.NullMarked;
