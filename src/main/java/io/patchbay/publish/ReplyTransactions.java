package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.CommitManager;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Last step of the route of commands. Commits the reply and the position of its command in one Kafka transaction, so each command has
 * exactly one reply for readers of committed records. The broker refuses a member that has lost the partition. Thread-safe, with one
 * transaction of a member at a time.
 */
public final class ReplyTransactions implements KafkaManualCommitFactory, AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Kafka refuses a transaction for some milliseconds after the one before; by default the next try comes after 100. */
    private static final long RETRY_MILLIS = 5;

    private final KafkaClients kafka;
    private final String transactional = "patchbay-commands-" + UUID.randomUUID();
    private Producer<byte[], byte[]> producer;
    private boolean closed;

    /** Connects at the first reply. */
    public ReplyTransactions(KafkaClients kafka) {
        this.kafka = kafka;
    }

    /** The consumer calls it for each record. The commit holds the group membership that read the record. */
    @Override
    public KafkaManualCommit newInstance(CamelExchangePayload from, KafkaRecordPayload read, CommitManager manager) {
        return new Position(from.consumer.groupMetadata(), read.partition, read.recordOffset);
    }

    /** The {@link Reply} in the body becomes its value alone; key and headers go along as {@link ReplyAddress}. */
    public void address(Exchange exchange) {
        Reply reply = exchange.getMessage().getBody(Reply.class);
        new ReplyAddress(reply.key(), reply.headers()).putInto(exchange);
        exchange.getMessage().setBody(reply.value());
    }

    /**
     * The body is the value of the reply, in bytes. Returns when Kafka has both. After {@link NotAcknowledged} Kafka has neither, and
     * the record must be read again.
     */
    public void commit(Exchange exchange) {
        Position position = exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, Position.class);
        commit(position, ReplyAddress.of(exchange), exchange.getMessage().getBody(byte[].class));
    }

    private synchronized void commit(Position position, ReplyAddress reply, byte[] value) {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(Topics.REPLIES, reply.key(), value);
        reply.headers().forEach((name, text) -> produced.headers().add(name, text.getBytes(UTF_8)));
        try {
            Producer<byte[], byte[]> open = open();
            open.beginTransaction();
            open.send(produced);
            open.sendOffsetsToTransaction(Map.of(position.partition, new OffsetAndMetadata(position.offset + 1)), position.group);
            open.commitTransaction();
        } catch (RuntimeException e) {
            giveUp();
            throw new NotAcknowledged("Kafka did not take " + reply + "; its command will be read again", e);
        }
    }

    private Producer<byte[], byte[]> open() {
        if (closed) {
            throw new KafkaException("The way to the replies is closed");
        }
        if (producer == null) {
            Producer<byte[], byte[]> next = kafka.producer(Map.of("transactional.id", transactional, "linger.ms", 0,
                    "retry.backoff.ms", RETRY_MILLIS, "max.block.ms", 5_000, "request.timeout.ms", 2_000,
                    "delivery.timeout.ms", 5_000, "transaction.timeout.ms", 10_000), new ByteArraySerializer(), new ByteArraySerializer());
            producer = next;
            next.initTransactions();
        }
        return producer;
    }

    /** The next producer has the same name, so it first ends the open transaction of this one. */
    private void giveUp() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }

    /** The place of a record and the group membership that read it. */
    private record Position(ConsumerGroupMetadata group, TopicPartition partition, long offset) implements KafkaManualCommit {

        /** Fails, because a commit needs a reply. */
        @Override
        public void commit() {
            throw new UnsupportedOperationException("a command is committed with its reply: commit(Exchange)");
        }
    }
}
