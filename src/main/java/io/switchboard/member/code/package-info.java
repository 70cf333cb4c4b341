/**
 * Codes that people type: kept as hashes, good once or as often as was said, and wrong ones are
 * counted.
 */
@NullMarked
package io.switchboard.member.code;

import org.jspecify.annotations.NullMarked;
