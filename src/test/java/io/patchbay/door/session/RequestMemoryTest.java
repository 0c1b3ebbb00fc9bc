package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.CommandId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits for a reply, and what waits to be read: each is given once, and neither grows without end. */
class RequestMemoryTest {
    private final PendingReplies<String> replies = new PendingReplies<>();
    private final Mailbox<String> mailbox = new Mailbox<>(new TestClient(), 3);

    private static CommandId command(int n) {
        return new CommandId("c" + n);
    }

    @Test
    void a_request_is_settled_once_and_by_its_own_command() {
        replies.expect(command(1), "first");
        replies.expect(command(2), "second");
        assertThat(replies.settle(command(3))).isEmpty();
        assertThat(replies.settle(command(2))).contains("second");
        assertThat(replies.settle(command(2))).isEmpty();
        assertThat(replies.settle(command(1))).contains("first");
    }

    @Test
    void a_request_that_causes_nothing_is_forgotten_behind_many_others() {
        for (int n = 0; n < 257; n++) {
            replies.expect(command(n), "request " + n);
        }
        assertThat(replies.settle(command(0))).isEmpty();
        assertThat(replies.settle(command(1))).contains("request 1");
    }

    @Test
    void frames_are_read_once_in_their_order_and_no_more_than_asked_for() {
        mailbox.send(List.of("a", "b"));
        mailbox.send(List.of("c"));
        assertThat(mailbox.poll(2)).isEqualTo(new Mailbox.Poll<>(List.of("a", "b"), false, Optional.empty()));
        assertThat(mailbox.poll(2)).isEqualTo(new Mailbox.Poll<>(List.of("c"), false, Optional.empty()));
        assertThat(mailbox.poll(2)).isEqualTo(new Mailbox.Poll<>(List.of(), false, Optional.empty()));
    }

    @Test
    void a_client_that_polls_too_rarely_is_told_so_and_goes_on_from_there() {
        mailbox.send(List.of("a", "b"));
        mailbox.send(List.of("c", "d"));
        mailbox.send(List.of("e"));
        assertThat(mailbox.poll(9)).isEqualTo(new Mailbox.Poll<>(List.of("e"), true, Optional.empty()));
        mailbox.send(List.of("f"));
        assertThat(mailbox.poll(9)).isEqualTo(new Mailbox.Poll<>(List.of("f"), false, Optional.empty()));
    }

    @Test
    void the_end_of_a_session_is_read_behind_the_last_frame() {
        mailbox.send(List.of("a", "b"));
        mailbox.end(SessionEnd.SESSION_OVER);
        assertThat(mailbox.poll(1)).isEqualTo(new Mailbox.Poll<>(List.of("a"), false, Optional.empty()));
        assertThat(mailbox.poll(1)).isEqualTo(new Mailbox.Poll<>(List.of("b"), false, Optional.of(SessionEnd.SESSION_OVER)));
    }
}
