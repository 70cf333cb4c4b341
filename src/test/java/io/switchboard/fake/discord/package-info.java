/**
 * A Discord that runs on this machine: REST and gateway on one port, as strict as the documentation
 * of API v10 says. Start with {@link io.switchboard.fake.discord.FakeDiscord}.
 */
package io.switchboard.fake.discord;
