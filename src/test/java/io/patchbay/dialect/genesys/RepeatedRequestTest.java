package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request with an Idempotency-Key is one request, however often it is sent (BINDINGS, Genesys). */
class RepeatedRequestTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final Rest SAM = Rest.basic(GATEWAY, "sam");
    private static final String DIAL = "{'operationName':'Dial','destination':{'phoneNumber':'+15550100'}}";

    @BeforeAll
    static void signIn() {
        SAM.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice']}");
    }

    @AfterAll
    static void signOut() {
        SAM.done("/me", "EndContactCenterSession");
    }

    private static Rest keyed(String key) {
        return new Rest(GATEWAY, SAM.headers()[0], SAM.headers()[1], "Idempotency-Key", key);
    }

    private static int calls() {
        return SAM.get("/me/calls").at("/uris").size();
    }

    @Test
    void a_repeat_gets_the_same_reply_and_does_nothing_again() {
        String key = "first-" + System.nanoTime();
        keyed(key).accepted("/me/devices/5009/calls", DIAL);
        await().until(() -> calls() == 1);
        String call = SAM.get("/me/calls?fields=*").at("/calls/0/id").asText();
        keyed(key).accepted("/me/devices/5009/calls", DIAL);
        assertThat(calls()).isEqualTo(1);
        String end = "end-" + System.nanoTime();
        keyed(end).done("/me/calls/" + call, "Hangup");
        await().until(() -> calls() == 0);
        keyed(end).done("/me/calls/" + call, "Hangup");
        keyed(key).accepted("/me/devices/5009/calls", DIAL);
        assertThat(calls()).as("the call of the first request is over, and there is no second one").isZero();
        assertThat(SAM.post("/me/calls/" + call, "{'operationName':'Hangup'}").code()).as("without a key it is a new request").isEqualTo(6);
    }

    @Test
    void a_key_belongs_to_one_request_of_one_user() {
        String key = "own-" + System.nanoTime();
        keyed(key).done("/me/channels/voice", "Ready");
        for (Reply other : List.of(keyed(key).post("/me/channels/voice", "{'operationName':'NotReady'}"),
                keyed(key).post("/me", "{'operationName':'Ready'}"))) {
            assertThat(List.of(other.http(), other.code())).containsExactly(409, 18);
            assertThat(other.at("/statusMessage").asText()).contains("Idempotency-Key");
        }
        keyed(key).post("/me/channels/voice", "{ 'operationName' : 'Ready' }");
        assertThat(SAM.get("/me/channels/voice").at("/channel/userState/state").asText()).isEqualTo("Ready");
        Rest ben = Rest.basic(GATEWAY, "ben");
        assertThat(new Rest(GATEWAY, ben.headers()[0], ben.headers()[1], "Idempotency-Key", key)
                .post("/me", "{'operationName':'Ready'}").code()).as("signed out").isEqualTo(2);
        for (String wrong : List.of("", "a b", "x".repeat(129))) {
            assertThat(keyed(wrong).post("/me/channels/voice", "{'operationName':'NotReady'}").code()).as(wrong).isEqualTo(2);
        }
        SAM.done("/me/channels/voice", "NotReady");
    }

    @Test
    void a_refused_request_may_be_sent_again() {
        String key = "refused-" + System.nanoTime();
        assertThat(keyed(key).post("/me/channels/chat", "{'operationName':'Ready'}").code()).isEqualTo(2);
        SAM.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['chat']}");
        keyed(key).done("/me/channels/chat", "Ready");
    }

    @Test
    void repeats_at_the_same_time_are_one_request() {
        String key = "many-" + System.nanoTime();
        List<CompletableFuture<Reply>> all = IntStream.range(0, 8).mapToObj(n -> CompletableFuture.supplyAsync(
                () -> keyed(key).post("/me/devices/5009/calls", DIAL))).toList();
        assertThat(all).allSatisfy(reply -> assertThat(reply.join().body()).hasToString("{\"statusCode\":0}"));
        await().until(() -> calls() == 1);
        SAM.done("/me/calls/" + SAM.get("/me/calls?fields=*").at("/calls/0/id").asText(), "Hangup");
        await().until(() -> calls() == 0);
    }
}
