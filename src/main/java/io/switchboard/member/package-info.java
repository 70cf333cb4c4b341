/** Who somebody is: identities on platforms, access, language. */
@NullMarked
package io.switchboard.member;

import org.jspecify.annotations.NullMarked;
