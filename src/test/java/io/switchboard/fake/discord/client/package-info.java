/** What Discord's own client makes of a message's text. */
package io.switchboard.fake.discord.client;
