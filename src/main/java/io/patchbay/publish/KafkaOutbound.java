package io.patchbay.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends through the route behind {@code direct:kafka}. Only the thread of this class calls the producer, which may block for a moment
 * while it looks for a topic or for memory. Order is kept, and callers never wait. A batch stops at the first record that is refused at
 * once. A later record of the same key must not overtake it, because readers take a lower number after a higher one for a repeat.
 */
public final class KafkaOutbound implements Outbound, AutoCloseable {
    /** Fails at once if the route is missing or stopped, instead of waiting for it. */
    private static final String STATION = "direct:kafka?block=false";
    private static final long CLOSING_SECONDS = 10;

    private final CamelContext camel;
    private final AsyncProducer station;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "outbound-kafka"));
    private final Set<CompletableFuture<List<Offset>>> open = ConcurrentHashMap.newKeySet();

    /**
     * Create it after the context has started its routes, and close it before the context stops.
     *
     * @throws IllegalStateException if the context has no such route, or has case-insensitive headers; Camel would then change {@code
     * content-type} to {@code Content-Type}
     */
    public KafkaOutbound(CamelContext camel) {
        if (camel.isCaseInsensitiveHeaders()) {
            throw new IllegalStateException("Camel would rename the headers of records: set caseInsensitiveHeaders to false before start");
        }
        this.camel = camel;
        try {
            station = camel.getEndpoint(STATION).createAsyncProducer();
            station.start();
        } catch (Exception e) {
            throw new IllegalStateException("No way out to Kafka: " + e.getMessage(), e);
        }
    }

    @Override
    public CompletionStage<List<Offset>> send(List<KafkaRecord> batch) {
        List<KafkaRecord> records = List.copyOf(batch);
        CompletableFuture<List<Offset>> done = new CompletableFuture<>();
        open.add(done);
        done.whenComplete((offsets, failure) -> open.remove(done));
        try {
            sender.execute(() -> dispatch(records, done));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(new NotAcknowledged("The way out to Kafka is closed", e));
        }
        return done;
    }

    private void dispatch(List<KafkaRecord> records, CompletableFuture<List<Offset>> done) {
        List<CompletableFuture<Offset>> sent = new ArrayList<>(records.size());
        for (KafkaRecord record : records) {
            CompletableFuture<Offset> one = hand(record);
            sent.add(one);
            if (one.isCompletedExceptionally()) {
                break;
            }
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).whenComplete((all, failure) -> {
            if (failure == null) {
                done.complete(sent.stream().map(CompletableFuture::join).toList());
            } else {
                done.completeExceptionally(new NotAcknowledged("Kafka did not acknowledge all of " + records + ": " + reason(failure)
                        + ". Send them again", failure));
            }
        });
    }

    private CompletableFuture<Offset> hand(KafkaRecord record) {
        CompletableFuture<Offset> one = new CompletableFuture<>();
        try {
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody(record);
            station.process(exchange, doneSync -> settle(exchange, one));
        } catch (RuntimeException e) {
            one.completeExceptionally(e);
        }
        return one;
    }

    private static void settle(Exchange exchange, CompletableFuture<Offset> one) {
        List<?> places = exchange.getMessage().getHeader(KafkaConstants.KAFKA_RECORD_META, List.class);
        if (exchange.getException() != null) {
            one.completeExceptionally(exchange.getException());
        } else if (places != null && places.size() == 1 && places.get(0) instanceof RecordMetadata place) {
            one.complete(new Offset(place.topic(), place.partition(), place.offset()));
        } else {
            one.completeExceptionally(new IllegalStateException("The route behind " + STATION + " gave no record metadata"));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** Waits some seconds for sent batches, then fails the others as not acknowledged. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (sender.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).handle((all, failure) -> all)
                        .get(CLOSING_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            sender.shutdownNow();
            open.forEach(batch -> batch.completeExceptionally(new NotAcknowledged("Closed before Kafka acknowledged", null)));
            station.stop();
        }
    }
}
