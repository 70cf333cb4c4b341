package io.switchboard.web.admin.view.overview;

import io.switchboard.web.admin.view.RequestLine;
import java.util.List;

/**
 * The queue, a page of it.
 *
 * @param head how much there is to do, in words
 * @param next the address of the next page; empty if there is none
 * @param first whether it is the first page
 */
public record QueueView(
    String head,
    List<RequestLine> running,
    List<RequestLine> waiting,
    String next,
    boolean first) {}
