package io.switchboard.community.report;

import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.share.ShareId;

/**
 * A post that the staff has taken away; the channels may still show it.
 *
 * @param before how it stood
 * @param title for its author and the staff
 */
public record Taken(ShareId share, State before, String title) {}
