/**
 * What an operator decides: config/gateway.properties, config/directory.yaml and config/platform.yaml come in, validated
 * records and the directory go out, and so does whether a password is right. Nothing starts unless all three are sound.
 * May import the model, the JDK, a YAML parser and the log; never Camel, Hazelcast, Kafka or Vert.x.
 */
package io.patchbay.config;
