package io.patchbay.events;

import static org.awaitility.Awaitility.await;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.QueueName;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.KafkaRecord;
import io.patchbay.testing.OwnBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with the event topics, and whatever a test wants to have happened on them. */
final class Feeder implements AutoCloseable {
    private static final CallId CALL = new CallId("0123456789ABCDEF0123456789ABCDEF");
    private static final PartyId CUSTOMER = new PartyId("0000000000000001");
    private static final PartyId AGENT = new PartyId("0000000000000002");
    private static final Address OUTSIDE = new Address("+15551234");

    private final OwnBroker broker = OwnBroker.start();
    private KafkaProducer<String, byte[]> producer;
    private final EventRecords records = new EventRecords(new CloudEventHeaders("feeder", "http://localhost:8080/schemas"));
    private final Map<Subject, Long> numbers = new HashMap<>();
    private int interactions;

    Feeder() {
        producer = producer();
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrap(), "linger.ms", 0), new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Both event topics have this many partitions when this returns, and the next event goes to where its key belongs then. */
    void addPartitions(int all) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createPartitions(Map.of("cti.agents", NewPartitions.increaseTo(all), "cti.interactions", NewPartitions.increaseTo(all)))
                    .all().get();
        }
        producer.close();
        producer = producer();
        await().until(() -> producer.partitionsFor("cti.agents").size() == all && producer.partitionsFor("cti.interactions").size() == all);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    Subject interaction() {
        return Subject.of(new InteractionId("%016X".formatted(++interactions)));
    }

    /** The next event of the subject, on its topic when this returns its id. */
    String tell(Subject subject, Event event) {
        long number = numbers.merge(subject, 1L, Long::sum);
        send(subject, number, event);
        return subject + "/1-" + number;
    }

    /** The same again, under a number it had. */
    void send(Subject subject, long number, Event event) {
        send(records.event(subject, 1, new Recorded(number, Instant.EPOCH, new CommandId("c-1"), Optional.empty(), event)));
    }

    void send(KafkaRecord record) {
        ProducerRecord<String, byte[]> out = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> out.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(out);
        producer.flush();
    }

    String loseBinding(String agent) {
        return tell(Subject.of(new AgentId(agent)), new AgentEvent.BindingLost(new SessionId("0123456789ABCDEF")));
    }

    /** A customer calls, one agent lets the offer pass, another answers, hangs up and completes. */
    List<Event> call(String passes, String answers) {
        List<Event> events = new ArrayList<>();
        Connection customer = new Connection(CUSTOMER, OUTSIDE, Connection.Role.CUSTOMER, Optional.empty(), Optional.empty(),
                Connection.State.INITIATED);
        events.add(new ContactEvent.Created(Medium.VOICE, Interaction.Direction.INBOUND, Map.of(),
                new ContactPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
        events.add(new CallEvent.Originated(CALL, Call.Purpose.values()[0], OUTSIDE, new Address("6001"), List.of(customer),
                Optional.empty()));
        events.add(new ContactEvent.Queued(new QueueName("sales"), new Address("6001"), true, Instant.EPOCH,
                new PartyId("0123456789ABCDEF")));
        events.add(delivered(passes));
        events.add(new ContactEvent.OfferExpired(new AgentId(passes), Optional.of(CALL), Optional.of(AGENT)));
        events.add(new ContactEvent.Requeued(new QueueName("sales"), Optional.of(new AgentId(passes))));
        events.add(delivered(answers));
        Optional<AgentId> agent = Optional.of(new AgentId(answers));
        events.add(new CallEvent.Established(CALL, AGENT, new Address("5001"), agent, CallEvent.Established.Form.ANSWERED));
        events.add(new ContactEvent.DataChanged(Map.of("a", "b"), List.of()));
        events.add(new CallEvent.ConnectionCleared(CALL, AGENT, new Address("5001"), agent, Cause.RELEASED));
        events.add(new CallEvent.ConnectionCleared(CALL, CUSTOMER, OUTSIDE, Optional.empty(), Cause.REMOTE));
        events.add(new ContactEvent.Ended(Cause.RELEASED));
        events.add(new ContactEvent.Completed(new AgentId(answers), false));
        return events;
    }

    private static CallEvent.Delivered delivered(String agent) {
        Connection leg = new Connection(AGENT, new Address("5001"), Connection.Role.AGENT, Optional.of(new AgentId(agent)),
                Optional.empty(), Connection.State.ALERTING);
        return new CallEvent.Delivered(CALL, leg, Optional.of(new AgentId(agent)), Optional.of(new ChannelId("voice")),
                Optional.of(new QueueName("sales")));
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
