package io.patchbay;

import io.patchbay.broker.BrokerSettings;
import io.patchbay.broker.EmbeddedBroker;
import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.broker.UnusableBroker;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;

/** The Kafka of the gateway with its topics: the configured one, or the embedded one. */
record KafkaBootstrap(String bootstrap) {

    /** @param resources gets the broker at once, because later steps can fail or be stopped */
    static KafkaBootstrap of(Configuration configuration, CloseStack resources) {
        GatewayConfig.Kafka config = configuration.gateway().kafka();
        try {
            KafkaBootstrap side = new KafkaBootstrap(config.isEmbedded() ? resources.add(embedded(config.embedded())).bootstrap()
                    : String.join(",", config.brokers()));
            new TopicSetup(side.bootstrap, new TopicSettings(config.partitions(), (short) config.replication(), config.retention(),
                    config.commands().enabled())).run();
            return side;
        } catch (UnusableBroker e) {
            throw refused(configuration, e);
        }
    }

    private static EmbeddedBroker embedded(GatewayConfig.EmbeddedKafka config) {
        return EmbeddedBroker.start(new BrokerSettings(config.dir(), config.host(), config.port(), config.advertised()));
    }

    private static BadConfig refused(Configuration configuration, UnusableBroker e) {
        String key = switch (e.setting()) {
            case DIRECTORY -> "kafka.embedded.dir";
            case HOST -> "kafka.embedded.host";
            case PORT -> "kafka.embedded.port";
            case BROKERS, NONE -> "kafka.brokers";
            case TOPICS -> "kafka.partitions";
        };
        return configuration.refused(key, "cannot be used. " + e.getMessage());
    }
}
