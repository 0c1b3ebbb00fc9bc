package io.patchbay.publish;

import io.patchbay.kafka.KafkaClients;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The clients of kafka: endpoints in route files. Camel takes the only such bean of its registry. A secret is in no endpoint, which can
 * be shown and logged. An endpoint of other brokers keeps its own settings, because they must not learn the secrets of these.
 */
public final class RouteKafkaClients extends DefaultKafkaClientFactory {
    private final KafkaClients kafka;

    public RouteKafkaClients(KafkaClients kafka) {
        this.kafka = kafka;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Producer getProducer(Properties settings) {
        return super.getProducer(secured(settings));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Consumer getConsumer(Properties settings) {
        return super.getConsumer(secured(settings));
    }

    private Properties secured(Properties settings) {
        if (!kafka.brokers().equals(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG))) {
            return settings;
        }
        Map<String, Object> own = new HashMap<>();
        settings.forEach((name, value) -> own.put(name.toString(), value));
        Properties all = new Properties();
        all.putAll(kafka.with(own));
        return all;
    }
}
