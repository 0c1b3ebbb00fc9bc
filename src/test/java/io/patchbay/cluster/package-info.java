/**
 * Gateways as processes of one cluster, killed and stopped in the middle of what their clients ask. In go real WebSockets, signals and one
 * broker; out comes what was told to whom, held against the topics. Knows the gateway from outside: may import the model, the rules and
 * readers of topics, no door and no dialect.
 */
package io.patchbay.cluster;
