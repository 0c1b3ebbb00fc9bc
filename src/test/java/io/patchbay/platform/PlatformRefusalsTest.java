package io.patchbay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.door.RateLimit;
import io.patchbay.model.Reason;
import io.patchbay.platform.PlatformDoorFixture.Reply;
import io.patchbay.testing.PlainText;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformRefusalsTest {
    private static final String CALL = "{'from':'+15551234','to':'sales'}";
    private static final String NO_CALL = "/platform/calls/0123456789ABCDEF0123456789ABCDEF";
    private final PlatformDoorFixture door = new PlatformDoorFixture();

    @AfterEach
    void close() {
        door.close();
    }

    private void refused(Reply reply, int status, String code) {
        assertThat(reply.body().properties()).as("only an error").extracting(Map.Entry::getKey).containsExactly("error");
        assertThat(reply.status() + " " + reply.code()).as(reply.message()).isEqualTo(status + " " + code);
        assertThat(reply.message()).doesNotContain("io.patchbay", "jackson");
        PlainText.check(reply.message());
        assertThat(door.far.commands).as("no cell was asked").isEmpty();
    }

    private Reply as(BasicCredentials who) {
        return door.ask(new HttpRequest("POST", "/platform/calls", Map.of(), Optional.ofNullable(who), CALL.replace('\'', '"')));
    }

    @Test
    void nobody_acts_without_the_right_password() {
        refused(as(null), 401, "NOT_AUTHENTICATED");
        refused(as(new BasicCredentials("sim", "sam")), 401, "NOT_AUTHENTICATED");
        refused(as(new BasicCredentials("nobody", "sim")), 401, "NOT_AUTHENTICATED");
        assertThat(as(null).headers().get("WWW-Authenticate")).startsWith("Basic ");
    }

    @Test
    void other_roles_do_not_act_for_the_far_end() {
        for (String name : new String[] {"ana", "sam", "eve"}) {
            refused(as(new BasicCredentials(name, name)), 403, "NOT_AUTHORIZED");
        }
    }

    @Test
    void who_asks_too_fast_is_told_when_to_ask_again() {
        try (PlatformDoorFixture narrow = new PlatformDoorFixture(new RateLimit(2, 1))) {
            assertThat(narrow.post("/platform/callbacks", "{}").status()).isEqualTo(400);
            assertThat(narrow.get("/platform/faxes").status()).isEqualTo(404);
            Reply reply = narrow.post("/platform/calls", CALL);
            refused(reply, 429, "TOO_MANY_REQUESTS");
            assertThat(reply.headers()).containsEntry("Retry-After", "1");
            assertThat(narrow.far.commands).as("no cell was asked").isEmpty();
        }
    }

    @Test
    void a_stranger_is_not_told_which_paths_there_are() {
        refused(door.ask(new HttpRequest("GET", "/platform/nothing", Map.of(), Optional.empty(), "")), 401, "NOT_AUTHENTICATED");
    }

    @Test
    void a_path_nobody_serves_is_not_found() {
        for (String path : new String[] {"/platform", "/platform/faxes", "/platform/chats/x", "/platform/interactions",
            "/platform/interactions/0123456789ABCDEF/x", "/platform/calls/x/y", NO_CALL + "/legs/1", NO_CALL + "/parties/1/2"}) {
            refused(door.get(path), 404, "UNKNOWN_TARGET");
            refused(door.post(path, "{}"), 404, "UNKNOWN_TARGET");
        }
    }

    @Test
    void a_path_says_which_methods_it_takes() {
        refused(door.get(NO_CALL + "/parties/1"), 405, "UNKNOWN_COMMAND");
        refused(door.post(NO_CALL, "{}"), 405, "UNKNOWN_COMMAND");
        Reply put = door.ask(new HttpRequest("PUT", "/platform/calls", Map.of(), PlatformDoorFixture.sim(), ""));
        refused(put, 405, "UNKNOWN_COMMAND");
        assertThat(put.headers()).containsEntry("Allow", "GET, POST");
    }

    @Test
    void a_call_that_is_not_there_is_not_found() {
        for (String call : new String[] {NO_CALL, "/platform/calls/nonsense"}) {
            refused(door.get(call), 404, "UNKNOWN_TARGET");
            refused(door.post(call + "/parties/%2B15551234", "{'action':'hangup'}"), 404, "UNKNOWN_TARGET");
        }
    }

    @Test
    void an_address_that_can_be_none_is_not_found() {
        refused(door.post(NO_CALL + "/parties/a%20b", "{'action':'hangup'}"), 404, "UNKNOWN_TARGET");
    }

    @Test
    void what_is_no_json_object_is_no_message() {
        for (String body : new String[] {"", "nonsense", "[]", "\"x\"", "{'from':1,'from':2}", "{} {}", "[".repeat(33) + "]".repeat(33)}) {
            refused(door.post("/platform/calls", body), 400, "INVALID_MESSAGE");
        }
    }

    @Test
    void the_configured_limits_hold() {
        String longest = "x".repeat(PlatformDoorFixture.DEMO.gateway().json().stringLimit());
        refused(door.post("/platform/calls", "{'from':'" + longest + "x'}"), 400, "INVALID_MESSAGE");
        refused(door.post("/platform/calls", "{'from':'" + longest + "'}"), 400, "INVALID_DATA");
    }

    @Test
    void a_member_that_is_wrong_is_named() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("{'to':'sales'}", "from");
        bodies.put("{'from':15551234,'to':'sales'}", "from");
        bodies.put("{'from':'a b','to':'sales'}", "from");
        bodies.put("{'from':'5001','to':'sales'}", "from");
        bodies.put("{'from':'+15551234'}", "to");
        bodies.put("{'from':'+15551234','to':null}", "to");
        bodies.put("{'from':'+15551234','to':'nowhere'}", "to");
        bodies.put("{'from':'+15551234','to':'+15559999'}", "to");
        bodies.put("{'from':'+15551234','to':'sales','data':[]}", "data");
        bodies.put("{'from':'+15551234','to':'sales','data':{'vip':true}}", "data");
        bodies.put("{'from':'+15551234','to':'sales','data':{' ':'x'}}", "data");
        bodies.forEach((body, member) -> {
            Reply reply = door.post("/platform/calls", body);
            refused(reply, 400, "INVALID_DATA");
            assertThat(reply.message()).as(body).startsWith("The member " + member + " must be ");
        });
    }

    @Test
    void an_action_nobody_knows_is_named_too() {
        for (String body : new String[] {"{}", "{'action':true}", "{'action':'HANGUP'}"}) {
            Reply reply = door.post(NO_CALL + "/parties/%2B15551234", body);
            refused(reply, 400, "INVALID_DATA");
            assertThat(reply.message()).startsWith("The member action must be ");
        }
    }

    @Test
    void calls_are_listed_by_a_party_that_can_be_one() {
        refused(door.get("/platform/calls"), 400, "INVALID_DATA");
        refused(door.callsOf(" 15551234"), 400, "INVALID_DATA");
        assertThat(door.callsOf(" 15551234").message()).contains("%2B");
    }

    @Test
    void every_reason_of_the_rules_has_its_status_and_its_code() {
        Map<Reason, String> expected = new LinkedHashMap<>();
        expected.put(Reason.UNKNOWN, "404 UNKNOWN_TARGET");
        expected.put(Reason.NOT_MINE, "404 UNKNOWN_TARGET");
        expected.put(Reason.WRONG_STATE, "409 INVALID_STATE");
        expected.put(Reason.BUSY, "409 INVALID_STATE");
        expected.put(Reason.NOT_AVAILABLE, "409 INVALID_STATE");
        expected.put(Reason.NOT_SIGNED_IN, "409 INVALID_STATE");
        expected.put(Reason.ALREADY_BOUND, "409 INVALID_STATE");
        expected.put(Reason.CONFLICT, "409 CONFLICT");
        expected.put(Reason.INVALID_DATA, "400 INVALID_DATA");
        expected.put(Reason.UNSUPPORTED, "400 UNSUPPORTED");
        expected.put(Reason.UNAVAILABLE, "503 UNAVAILABLE");
        expected.put(Reason.INTERNAL, "500 INTERNAL");
        for (Reason reason : Reason.values()) {
            door.far.instead = FakeSwitch.refusing(reason);
            Reply reply = door.post("/platform/calls", CALL);
            assertThat(reply.status() + " " + reply.code()).as(reason.name()).isEqualTo(expected.get(reason));
        }
    }

    @Test
    void a_misspelt_member_is_answered_with_the_known_one() {
        Reply reply = door.post("/platform/chats", "{'nikname':'Tom','queue':'sales'}");
        refused(reply, 400, "INVALID_DATA");
        assertThat(reply.message()).endsWith(" (did you mean nickname?).");
    }

    @Test
    void who_does_not_know_the_outcome_is_told_where_to_look() {
        door.far.instead = FakeSwitch.refusing(Reason.UNAVAILABLE);
        assertThat(door.post("/platform/calls", CALL).message()).contains("GET /platform/calls?party=");
    }

    @Test
    void a_grid_that_cannot_be_asked_is_unavailable_and_says_no_more() {
        door.far.broken = Optional.of(new IllegalStateException("secret detail"));
        refused(door.get(NO_CALL), 503, "UNAVAILABLE");
        assertThat(door.get(NO_CALL).message()).doesNotContain("secret");
    }

    @Test
    void a_bug_is_answered_without_its_details() {
        assertThat(door.door.failed(new IllegalStateException("secret detail")).body()).contains("INTERNAL").doesNotContain("secret");
    }
}
