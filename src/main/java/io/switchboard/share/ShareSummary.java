package io.switchboard.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the owner's list.
 *
 * @param path of the page, or null if it cannot be shown again
 */
public record ShareSummary(
    ShareId id,
    String title,
    @Nullable String path,
    Visibility visibility,
    @Nullable Instant endsAt,
    long views) {}
