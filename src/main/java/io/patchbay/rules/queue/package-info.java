/**
 * The rules of a queue: matches waiting contacts with idle agents. Takes follow-ups of interactions and agents, returns offers as
 * follow-ups to agents. Each event has the figures after it. Pure. May import {@code rules} and the model only.
 */
package io.patchbay.rules.queue;
