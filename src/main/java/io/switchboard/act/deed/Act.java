package io.switchboard.act.deed;

import io.switchboard.act.Acts;

/**
 * What an admin does, by a command or a page: {@link Acts} carries it out, the one place that does.
 * How things stood before is kept with the record, so that each of these knows its own inverse.
 */
public sealed interface Act permits LimitAct, MemberAct, SwitchAct {}
