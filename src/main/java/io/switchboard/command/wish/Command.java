package io.switchboard.command.wish;

/** What somebody wants. */
public sealed interface Command
    permits AboutCommand,
        AdminCommand,
        MineCommand,
        NotUnderstood,
        Press,
        SharingCommand,
        StyleCommand,
        TalkCommand {}
