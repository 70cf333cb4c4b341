package io.switchboard.command.wish;

/** What somebody wants. */
public sealed interface Command
    permits AboutCommand,
        AdminCommand,
        CommunityCommand,
        MineCommand,
        NotUnderstood,
        Press,
        SharingCommand,
        StyleCommand,
        TalkCommand {}
