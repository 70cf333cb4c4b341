/** Names of machines that are known or not, as a test says. */
package io.switchboard.fake.names;
