/**
 * The common language of all parts: values that validate themselves, commands, events, outcomes and states. Dialects make them, the
 * grid and Kafka take them. May import the JDK only.
 */
package io.patchbay.model;
