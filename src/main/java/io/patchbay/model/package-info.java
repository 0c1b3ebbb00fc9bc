/**
 * The language every part speaks: values that guard themselves, commands, events, outcomes and the state they describe.
 * Comes in from the dialects, goes out to the grid and to Kafka. May import the JDK only.
 */
package io.patchbay.model;
