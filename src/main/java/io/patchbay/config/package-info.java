/**
 * Configuration by the operator: config/gateway.properties, config/directory.yaml and config/platform.yaml come in, validated records
 * and the directory go out. The package also verifies passwords. Nothing starts unless all three files are valid. May import the model,
 * the JDK, a YAML parser and the log, but not Camel, Hazelcast, Kafka or Vert.x.
 */
package io.patchbay.config;
