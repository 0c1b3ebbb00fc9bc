package io.patchbay;

import io.patchbay.broker.BrokerSettings;
import io.patchbay.broker.EmbeddedBroker;
import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.broker.UnusableBroker;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.kafka.KafkaClients;

/** The Kafka of the gateway with its topics: the configured one, or the embedded one. */
record KafkaBootstrap(KafkaClients clients) {

    /** @param resources gets the broker at once, because later steps can fail or be stopped */
    static KafkaBootstrap of(Configuration configuration, CloseStack resources) {
        GatewayConfig.Kafka config = configuration.gateway().kafka();
        try {
            KafkaClients clients = config.isEmbedded() ? KafkaClients.plain(resources.add(embedded(config.embedded())).bootstrap())
                    : new KafkaClients(String.join(",", config.brokers()), config.security());
            new TopicSetup(clients, new TopicSettings(config.partitions(), (short) config.replication(), config.retention(),
                    config.commands().enabled())).run();
            return new KafkaBootstrap(clients);
        } catch (UnusableBroker e) {
            throw refused(configuration, e);
        }
    }

    String bootstrap() {
        return clients.brokers();
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
            case SECURITY -> "kafka.security.protocol";
            case TOPICS -> "kafka.partitions";
        };
        return configuration.refused(key, "cannot be used. " + e.getMessage());
    }
}
