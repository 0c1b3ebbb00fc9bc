package io.patchbay.dialect.harmony;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.ClientConnection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Replies and events of one client are sent by different threads. */
class HarmonyClientTest {
    private static final ObjectNode FIRST = frame("first");
    private static final ObjectNode SECOND = frame("second");
    private static final ObjectNode REPLY = frame("reply");

    @Test
    void no_reply_comes_between_the_frames_of_a_group() throws InterruptedException {
        Wire wire = new Wire();
        HarmonyClient client = new HarmonyClient(wire, new StrictJson(StrictJson.Limits.DEFAULT), () -> true);
        Thread replying = new Thread(() -> client.send(REPLY));
        wire.afterFirst = () -> {
            replying.start();
            await().until(() -> List.of(BLOCKED, TERMINATED).contains(replying.getState()));
        };
        client.sendAll(List.of(FIRST, SECOND));
        replying.join();
        assertThat(wire.sent).containsExactly(FIRST.toString(), SECOND.toString(), REPLY.toString());
    }

    private static ObjectNode frame(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    /** Keeps what is sent, and lets something happen between the first frame and the next. */
    private static final class Wire implements ClientConnection {
        private final List<String> sent = new CopyOnWriteArrayList<>();
        private Runnable afterFirst;

        @Override
        public void send(String text) {
            sent.add(text);
            if (text.equals(FIRST.toString())) {
                afterFirst.run();
            }
        }

        @Override
        public String id() {
            return "1";
        }

        @Override
        public String remote() {
            return "here";
        }

        @Override
        public Optional<BasicCredentials> credentials() {
            return Optional.empty();
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError("closed with " + code);
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }
}
