/**
 * Figures of the whole program between many people and an account, all on one machine: {@code mvn
 * -q test -Pbenchmarks} measures them and prints what {@code docs/performance.md} tells. Nothing
 * here judges: a figure means something only beside others of the same run.
 */
package io.switchboard.bench;
