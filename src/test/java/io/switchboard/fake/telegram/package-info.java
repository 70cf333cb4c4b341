/**
 * A Telegram Bot API server for tests, as strict as its documentation: see {@link
 * io.switchboard.fake.telegram.FakeTelegram}.
 */
package io.switchboard.fake.telegram;
