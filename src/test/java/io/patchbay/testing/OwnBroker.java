package io.patchbay.testing;

import io.patchbay.broker.BrokerSettings;
import io.patchbay.broker.EmbeddedBroker;
import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.kafka.KafkaClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker with the gateway's topics, for whoever stops it, or looks at everything on them; its data goes with it. */
public final class OwnBroker implements AutoCloseable {
    private static final TopicSettings TOPICS = new TopicSettings(3, (short) 1, Duration.ofDays(1));

    private final Path directory;
    private final int port;
    private final TopicReader reader;
    private EmbeddedBroker running;

    private OwnBroker(Path directory) {
        this.directory = directory;
        this.running = EmbeddedBroker.start(new BrokerSettings(directory, "127.0.0.1", 0));
        this.port = Integer.parseInt(bootstrap().split(":")[1]);
        this.reader = new TopicReader(bootstrap());
    }

    public static OwnBroker start() {
        try {
            OwnBroker broker = new OwnBroker(Files.createTempDirectory("patchbay-broker"));
            new TopicSetup(KafkaClients.plain(broker.bootstrap()), TOPICS).run();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrap() {
        return running.bootstrap();
    }

    /** All records of a topic, from its beginning to its present end, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return reader.records(topic);
    }

    public void stop() {
        running.close();
    }

    /** After {@link #stop}: with the same data at the same port. */
    public void startAgain() {
        running = EmbeddedBroker.start(new BrokerSettings(directory, "127.0.0.1", port));
    }

    @Override
    public void close() {
        reader.close();
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
