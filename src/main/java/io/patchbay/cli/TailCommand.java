package io.patchbay.cli;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.kafka.KafkaClients;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints events from the topics, one a line. It is in no consumer group and changes nothing at the broker. */
@Command(name = "tail", description = "Prints events from the Kafka topics as they come, one a line.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int FAILED = 1;
    private static final int BAD_CONFIG = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--brokers", paramLabel = "HOST:PORT,...", description = "Kafka brokers. By default those of the configuration.")
    private String brokers;

    @Option(names = "--topic", paramLabel = "TOPIC",
            description = "A topic. May be given several times. By default cti.interactions and cti.agents.")
    private List<String> topics = List.of("cti.interactions", "cti.agents");

    @Option(names = "--from-beginning", description = "Begins with the oldest record, not with the next one.")
    private boolean fromBeginning;

    @Option(names = {"-e", "--exit-at-end"}, description = "Ends at the last record that is there now.")
    private boolean exitAtEnd;

    @Option(names = "--json", description = "Prints each event as one CloudEvent in JSON.")
    private boolean json;

    @ArgGroup(validate = false, heading = "Filters; an event must pass all that are given:%n")
    private final EventFilter filter = new EventFilter();

    private final Supplier<Configuration> configuration;

    public TailCommand() {
        this(() -> Configuration.load(config -> List.of()));
    }

    /** @param configuration is asked for brokers and security */
    public TailCommand(Supplier<Configuration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public Integer call() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            print(consumer);
            return 0;
        } catch (BadConfig e) {
            spec.commandLine().getErr().println(e.getMessage());
            return BAD_CONFIG;
        } catch (UnknownTopicOrPartitionException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        } catch (KafkaException e) {
            String why = e.getCause() instanceof KafkaException cause ? cause.getMessage() : e.getMessage();
            spec.commandLine().getErr().println("The broker cannot be read (" + why + "). Name it with --brokers.");
            return FAILED;
        }
    }

    private void print(KafkaConsumer<String, byte[]> consumer) {
        PrintWriter out = spec.commandLine().getOut();
        List<TopicPartition> partitions = topics.stream().flatMap(topic -> partitions(consumer, topic)).toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!out.checkError() && (!exitAtEnd || partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                PrintedEvent event = PrintedEvent.of(record);
                if (filter.takes(event)) {
                    out.println(json ? event.json() : event.line());
                }
            }
        }
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("There is no topic " + topic + ". A gateway makes its topics at its start.");
        }
        return found.stream().map(each -> new TopicPartition(each.topic(), each.partition()));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return clients().consumer(Map.of("default.api.timeout.ms", PATIENCE_MILLIS, "isolation.level", "read_committed",
                "enable.auto.commit", false, "allow.auto.create.topics", false), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Named brokers without a configuration have no security. */
    private KafkaClients clients() {
        if (brokers != null && !Files.isRegularFile(Configuration.FILE)) {
            return KafkaClients.plain(brokers);
        }
        GatewayConfig.Kafka kafka = configuration.get().gateway().kafka();
        String configured = kafka.isEmbedded() ? kafka.embedded().host() + ":" + kafka.embedded().port()
                : String.join(",", kafka.brokers());
        return new KafkaClients(brokers == null ? configured : brokers, kafka.security());
    }
}
