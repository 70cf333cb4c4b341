/**
 * A stand-in for an OpenAI-compatible server: models and chat completions over real HTTP/1.1.
 *
 * <p>It is as strict as OpenAI about what it is sent (key, model, parameters, roles) and does on
 * demand what servers do on bad days (429, 500, hanging, cutting the connection, leaving things
 * out). It answers on its own, so a test of something else needs nothing but {@code
 * FakeOpenAi.start()}; it outlives the program that asks it, so a crash test can look at what was
 * asked before and after.
 */
package io.switchboard.fake.openai;
