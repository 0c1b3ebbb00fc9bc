package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.Notification;
import io.patchbay.dialect.genesys.frame.Notification.OlderMessages;
import io.patchbay.dialect.genesys.frame.Notification.Topic;
import io.patchbay.door.ContactLookup;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ClientConnection;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The order of what one CometD session is sent while older messages are read. */
class NotificationQueueTest {
    private final CompletableFuture<List<LogEntry>> pages = new CompletableFuture<>();
    private final ContactLookup contacts = (ContactLookup) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] {ContactLookup.class}, (proxy, method, arguments) -> pages);
    private final Sent sent = new Sent();
    private final NotificationQueue queue = new NotificationQueue(sent, new GenesysLogs(contacts));

    private static Notification plain(String name) {
        return new Notification(Topic.CALLS, JsonNodeFactory.instance.objectNode().put("name", name));
    }

    private static Notification history() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putArray("messages").addObject().put("index", 3);
        return new Notification(Topic.CHATS, data,
                Optional.of(new OlderMessages(new InteractionId("0000000000000001"), Interaction.NEW, 1, 3)));
    }

    private static LogEntry entry(long index) {
        return new LogEntry(index, LogEntry.Kind.TEXT, new PartyId("0000000000000001"), Participant.Role.AGENT, "Ana", Visibility.ALL, "x",
                Instant.EPOCH);
    }

    @Test
    void nothing_overtakes_a_history_whose_pages_are_still_read() {
        queue.accept(List.of(plain("before"), history(), plain("after")));
        queue.accept(List.of(plain("last")));
        assertThat(sent.texts).containsExactly("/v2/me/calls {\"name\":\"before\"}");
        pages.complete(List.of(entry(1), entry(2), entry(3)));
        assertThat(sent.texts).hasSize(4);
        assertThat(sent.texts.get(1)).startsWith("/v2/me/chats ").contains("\"index\":1,", "\"index\":2,").containsOnlyOnce("\"index\":3");
        assertThat(sent.texts.subList(2, 4)).containsExactly("/v2/me/calls {\"name\":\"after\"}", "/v2/me/calls {\"name\":\"last\"}");
    }

    @Test
    void pages_that_cannot_be_read_hold_nothing_back() {
        queue.accept(List.of(history(), plain("after")));
        pages.completeExceptionally(new IllegalStateException("no majority"));
        assertThat(sent.texts).containsExactly("/v2/me/chats {\"messages\":[{\"index\":3}]}", "/v2/me/calls {\"name\":\"after\"}");
    }

    /** Keeps what it is sent. */
    private static final class Sent implements ClientConnection {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void send(String topic, String text) {
            texts.add(topic + " " + text);
        }

        @Override
        public void send(String text) {
            throw new UnsupportedOperationException(text);
        }

        @Override
        public String id() {
            return "cometd-1";
        }

        @Override
        public String remote() {
            return "";
        }

        @Override
        public Optional<BasicCredentials> credentials() {
            return Optional.empty();
        }

        @Override
        public void close(int code, String reason) { }

        @Override
        public boolean isOpen() {
            return true;
        }
    }
}
