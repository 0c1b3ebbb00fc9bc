package io.patchbay.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes every Kafka client of the gateway, so none forgets where the brokers are and who the gateway is there. A method throws a {@link
 * org.apache.kafka.common.KafkaException} for settings that cannot be used. A client connects later.
 */
public final class KafkaClients {
    /** Kafka asks for tokens at the addresses of this system property only. */
    private static final String TOKEN_ADDRESSES = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final String brokers;
    private final KafkaSecurity security;

    /** @param brokers host:port, several separated by commas */
    public KafkaClients(String brokers, KafkaSecurity security) {
        this.brokers = brokers;
        this.security = security;
        Object address = security.settings().get(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL);
        if (address != null) {
            allow(address.toString());
        }
    }

    private static void allow(String address) {
        String allowed = System.getProperty(TOKEN_ADDRESSES, "");
        if (!List.of(allowed.split(",")).contains(address)) {
            System.setProperty(TOKEN_ADDRESSES, allowed.isEmpty() ? address : allowed + "," + address);
        }
    }

    /** Of brokers without security. */
    public static KafkaClients plain(String brokers) {
        return new KafkaClients(brokers, KafkaSecurity.NONE);
    }

    public String brokers() {
        return brokers;
    }

    /** @param settings of this consumer, beyond brokers and security; as in the following ones */
    public <K, V> KafkaConsumer<K, V> consumer(Map<String, ?> settings, Deserializer<K> keys, Deserializer<V> values) {
        return new KafkaConsumer<>(with(settings), keys, values);
    }

    public <K, V> KafkaProducer<K, V> producer(Map<String, ?> settings, Serializer<K> keys, Serializer<V> values) {
        return new KafkaProducer<>(with(settings), keys, values);
    }

    public Admin admin(Map<String, ?> settings) {
        return Admin.create(with(settings));
    }

    /** These settings and those of brokers and security, which win. */
    public Map<String, Object> with(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(security.settings());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        return all;
    }

    @Override
    public String toString() {
        return brokers;
    }
}
