package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.AgentId;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ClientConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A client has heard of a new partition at one member and returns at another, which has not found the partition yet. */
class AheadCursorTest {
    private static final PartitionMap BEFORE = PartitionMap.of(7, List.of(new TopicPartition("cti.agents", 0),
            new TopicPartition("cti.interactions", 0)));
    private static final PartitionMap AFTER = BEFORE.with(List.of(new TopicPartition("cti.agents", 1)));
    private final Connection connection = new Connection(new ArrayList<>());
    private final Hub hub = new Hub(subscriber -> { });

    @Test
    void the_member_waits_until_it_has_found_the_partition_and_goes_on_there() {
        Subscriber subscriber = new Subscriber(connection, FrameFormat.WEB_SOCKET, new EventSubscription(new AgentId("eve"),
                Optional.empty(), List.of(new Glob("*")), Optional.of(AFTER.cursor(new long[] {5, 6, 1}))));
        Resume resume = new Resume(KafkaClients.plain("no broker is asked"), hub, subscriber);
        hub.open(BEFORE, new long[] {5, 6});
        assertThat(resume.portion()).isEqualTo(Resume.Next.SOON);
        assertThat(connection.sent()).as("no reset, no answer yet").isEmpty();

        hub.grow(AFTER, new long[] {5, 6, 0});
        hub.add(notice(0, "told before"));
        hub.add(notice(1, "new"));
        assertThat(resume.portion()).isEqualTo(Resume.Next.NEVER);
        assertThat(connection.sent()).hasSize(2);
        assertThat(connection.sent().get(0)).contains("\"subscribed\"").contains(AFTER.cursor(new long[] {5, 6, 1}).text());
        assertThat(connection.sent().get(1)).contains("\"new\"");
    }

    private static Notice notice(long offset, String id) {
        return new Notice(2, offset, "cti.agent.sessionEnded.v1", "{\"id\":\"" + id + "\"}", Set.of(new AgentId("ana")), false, false);
    }

    private record Connection(List<String> sent) implements ClientConnection {
        @Override
        public String id() {
            return "ws-1";
        }

        @Override
        public String remote() {
            return "127.0.0.1:1";
        }

        @Override
        public Optional<BasicCredentials> credentials() {
            return Optional.empty();
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }
}
