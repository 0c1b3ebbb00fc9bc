package io.patchbay.model;

import java.time.Duration;

/**
 * Configured durations that travel with a contact, so that rules read no configuration.
 *
 * @param offerTimeout how long an agent may let a contact alert
 * @param offerAgain   how long before an agent that refused is offered it again
 * @param retention    how long a finished interaction stays before its tombstone
 */
public record ContactPolicy(Duration offerTimeout, Duration offerAgain, Duration retention) { }
