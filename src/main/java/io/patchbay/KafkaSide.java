package io.patchbay;

import io.patchbay.broker.BrokerSettings;
import io.patchbay.broker.EmbeddedBroker;
import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.broker.UnusableBroker;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;

/** The Kafka the gateway publishes to, with its topics: the one configured, or the one in this process. */
record KafkaSide(String bootstrap, Runnable stop) implements AutoCloseable {

    static KafkaSide of(Configuration configuration) {
        GatewayConfig.Kafka config = configuration.gateway().kafka();
        try {
            KafkaSide side = config.isEmbedded() ? embedded(config.embedded())
                    : new KafkaSide(String.join(",", config.brokers()), () -> { });
            new TopicSetup(side.bootstrap, new TopicSettings(config.partitions(), (short) config.replication(), config.retention())).run();
            return side;
        } catch (UnusableBroker e) {
            throw refused(configuration, e);
        }
    }

    private static KafkaSide embedded(GatewayConfig.EmbeddedKafka config) {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(config.dir(), config.host(), config.port(), config.advertised()));
        return new KafkaSide(broker.bootstrap(), broker::close);
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

    @Override
    public void close() {
        stop.run();
    }
}
