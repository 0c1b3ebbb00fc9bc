package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.dialect.genesys.words.GenesysIds;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Resources and operations of two agents in a call, through a real gateway (genesys.md 1.4, 3 and 7). */
class RestResourcesTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final Rest ANA = Rest.basic(GATEWAY, "ana");
    private static final Rest BEN = Rest.basic(GATEWAY, "ben");
    private static final Rest CARO = Rest.basic(GATEWAY, "caro");
    private static final String DEVICE = GenesysIds.device(Story.address(Story.ANA));
    private static String call;

    @BeforeAll
    static void begin() {
        for (Rest agent : List.of(ANA, BEN)) {
            agent.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice','chat'],'place':null,'loginCode':null,"
                    + "'queue':'x','devicePath':null,'mobileSession':{'mobileDeviceId':'1','debug':true}}");
        }
        ANA.accepted("/me/devices/" + DEVICE + "/calls",
                "{'operationName':'Dial','destination':{'phoneNumber':'5002','x':1},'userData':{'k':'v'}}");
        call = await().until(() -> ANA.get("/me/calls?fields=*").at("/calls/0/id").asText(), id -> !id.isEmpty());
        await().until(() -> BEN.get("/me/calls/" + call).at("/call/state").asText().equals("Ringing"));
        BEN.done("/me/calls/" + call, "Answer");
        await().until(() -> ANA.get("/me/calls/" + call).at("/call/state").asText().equals("Established"));
    }

    @AfterAll
    static void end() {
        ANA.done("/me", "EndContactCenterSession");
        BEN.done("/me", "EndContactCenterSession");
    }

    @Test
    void a_collection_is_its_addresses_or_with_fields_its_resources() {
        Reply uris = ANA.get("/me/calls");
        assertThat(uris.body()).hasToString("{\"statusCode\":0,\"uris\":[\"" + uri("/me/calls/" + call) + "\"]}");
        assertThat(ANA.get("/me/calls?fields=id,state").at("/calls"))
                .hasToString("[{\"id\":\"" + call + "\",\"state\":\"Established\"}]");
        JsonNode whole = ANA.get("/me/calls?fields=*").at("/calls/0");
        assertThat(whole.at("/userData/k").asText()).isEqualTo("v");
        assertThat(whole.path("duration").isTextual()).isTrue();
        assertThat(ANA.get("/me/calls/" + call).at("/call/capabilities")).isEqualTo(whole.path("capabilities"));
        assertThat(ANA.get("/me/calls?fields=").at("/calls")).hasToString("[{}]");
    }

    @Test
    void me_may_be_missing_for_what_is_printed_without_it() {
        assertThat(ANA.get("/calls/" + call).at("/call/id").asText()).isEqualTo(call);
        assertThat(ANA.get("/devices/" + DEVICE).at("/device/phoneNumber").asText()).isEqualTo("5001");
        assertThat(ANA.get("/devices/5001").at("/device/id").asText()).isEqualTo(DEVICE);
        ANA.done("/calls/" + call, "MuteCall");
        ANA.done("/me/calls/" + call, "UnmuteCall");
        for (String path : List.of("/channels", "/channels/voice", "", "/me/users", "/me/contacts", "/me/queues")) {
            assertThat(ANA.get(path).http()).as(path).isEqualTo(404);
        }
        assertThat(ANA.post("/channels/voice", "{'operationName':'Ready'}").http()).isEqualTo(404);
    }

    @Test
    void a_slash_at_the_end_changes_nothing() {
        for (String path : List.of("/me", "/me/calls", "/me/calls/" + call, "/users", "/me/channels/voice")) {
            assertThat(ANA.get(path + "/").body()).isEqualTo(ANA.get(path).body());
        }
        assertThat(ANA.get("/me/?subresources=calls").at("/user/calls/0/id").asText()).isEqualTo(call);
        ANA.done("/me/calls/" + call + "/", "MuteCall");
        ANA.done("/me/calls/" + call + "/", "UnmuteCall");
    }

    @Test
    void me_has_the_subresources_that_were_asked_for() {
        JsonNode all = ANA.get("/me?subresources=*").at("/user");
        for (String name : List.of("devices", "channels", "channelStates", "calls", "chats", "interactions", "skills", "groups",
                "features")) {
            assertThat(all.path(name).isArray()).as(name).isTrue();
        }
        assertThat(all.path("settings").isObject()).isTrue();
        assertThat(all.at("/calls/0/id").asText()).isEqualTo(call);
        assertThat(all.at("/devices/0/id").asText()).isEqualTo(DEVICE);
        assertThat(all.path("channelStates")).isEqualTo(all.path("channels"));
        JsonNode some = ANA.get("/me?subresources=calls,features").at("/user");
        assertThat(some.has("calls") && some.has("features")).isTrue();
        assertThat(some.has("devices") || some.has("settings")).isFalse();
        assertThat(ANA.get("/me").at("/user").has("calls")).isFalse();
        assertThat(ANA.get("/me").at("/user/uri").asText()).isEqualTo(uri("/users/" + Story.entry(Story.ANA).userId()));
    }

    @Test
    void the_directory_is_for_every_agent() {
        assertThat(CARO.get("/users?fields=userName").at("/users").findValuesAsText("userName"))
                .contains("ana", "ben", "caro", "dan", "sam").doesNotContain("sim", "eve");
        String id = Story.entry(Story.ANA).userId();
        assertThat(CARO.get("/users/" + id).at("/user/userName").asText()).isEqualTo("ana");
        assertThat(CARO.get("/users/ana").at("/user/id").asText()).isEqualTo(id);
        assertThat(CARO.get("/contacts/" + id).at("/contact/phoneNumbers/0/phoneNumber").asText()).isEqualTo("5001");
        String queue = CARO.get("/queues/sales").at("/queue/id").asText();
        assertThat(CARO.get("/queues/" + queue).at("/queue/phoneNumbers/0/phoneNumber").asText()).isEqualTo("6001");
        assertThat(CARO.get("/contacts/" + queue).at("/contact/type").asText()).isEqualTo("Queue");
        for (String path : List.of("/users/sim", "/users/nobody", "/contacts/eve", "/queues/none")) {
            assertThat(CARO.get(path).http()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_desktop_reads_at_its_login_what_the_directory_has() {
        assertThat(CARO.get("/services?fields=type,state").at("/services").findValuesAsText("state")).hasSize(4).containsOnly("Active");
        assertThat(CARO.get("/groups?type=dispositions&fields=*").at("/groups").findValuesAsText("name"))
                .containsExactly("Sale", "Callback", "Wrong number");
        assertThat(CARO.get("/me/groups?type=BusinessUnit&fields=*").body()).hasToString("{\"statusCode\":0,\"groups\":[]}");
        assertThat(CARO.get("/groups?type=Other&fields=*").at("/groups")).isEmpty();
        assertThat(CARO.get("/workbins?fields=*").body()).hasToString("{\"statusCode\":0,\"workbins\":[]}");
        assertThat(CARO.get("/contacts/" + Story.entry(Story.ANA).userId() + "?type=User").at("/contact/type").asText()).isEqualTo("User");
    }

    @Test
    void every_address_that_is_printed_can_be_read() {
        Set<String> known = new TreeSet<>();
        for (String first : List.of("/me?subresources=*", "/users?fields=*", "/contacts?fields=*", "/queues?fields=*", "/services?fields=*",
                "/groups?fields=*", "/me/calls", "/me/interactions")) {
            addresses(ANA.get(first).body(), known);
        }
        assertThat(known).hasSizeGreaterThan(20)
                .allSatisfy(address -> assertThat(ANA.get(address.replaceFirst("^.*/api/v2", "")).code()).isZero());
    }

    private static void addresses(JsonNode node, Set<String> found) {
        node.properties().stream().filter(member -> member.getKey().matches("uris?|path|.*Uri|.*Path"))
                .forEach(member -> (member.getValue().isArray() ? member.getValue().valueStream() : Stream.of(member.getValue()))
                        .forEach(address -> found.add(address.asText())));
        node.forEach(child -> addresses(child, found));
    }

    @Test
    void what_is_anothers_does_not_exist() {
        String none = "0".repeat(32);
        assertThat(CARO.get("/me/calls/" + call).body()).isEqualTo(CARO.get("/me/calls/" + none).body());
        assertThat(CARO.get("/me/calls/" + call).http()).isEqualTo(404);
        assertThat(CARO.get("/me/calls").at("/uris")).isEmpty();
        for (String operation : List.of("Hangup", "Answer", "ClearCall", "UpdateUserData")) {
            String body = "{'operationName':'" + operation + "','userData':{'stolen':'1'}}";
            Reply refused = CARO.post("/me/calls/" + call, body);
            assertThat(List.of(refused.http(), refused.code())).containsExactly(404, 6);
            assertThat(refused.body()).isEqualTo(CARO.post("/me/calls/" + none, body).body());
        }
        Reply device = CARO.get("/me/devices/" + DEVICE);
        assertThat(device.body()).isEqualTo(CARO.get("/me/devices/" + none).body());
        assertThat(List.of(device.http(), device.code())).containsExactly(404, 6);
        Reply dial = CARO.post("/me/devices/" + DEVICE + "/calls", "{'operationName':'Dial','destination':{'phoneNumber':'5069'}}");
        assertThat(List.of(dial.http(), dial.code())).containsExactly(404, 6);
        assertThat(ANA.get("/me/calls/" + call).at("/call/userData").has("stolen")).isFalse();
    }

    @Test
    void addresses_do_not_come_from_the_request() {
        assertThat(ANA.get("/me/calls/" + call).at("/call/uri").asText()).isEqualTo(uri("/me/calls/" + call));
        assertThat(ANA.get("/me/calls/" + call).at("/call/path").asText()).isEqualTo("/calls/" + call);
        assertThat(ANA.get("/me/devices/5001").at("/device/uri").asText()).isEqualTo(uri("/devices/" + DEVICE));
    }

    private static String uri(String path) {
        return RunningGateway.shared().gateway().config().values().get("genesys.url") + path;
    }

    @Test
    void a_wrong_digit_is_not_repeated() {
        Reply refused = ANA.post("/me/calls/" + call, "{'operationName':'SendDtmf','digits':'4711x'}");
        assertThat(List.of(refused.http(), refused.code())).containsExactly(400, 2);
        assertThat(refused.body().toString()).doesNotContain("4711");
        ANA.accepted("/me/calls/" + call, "{'operationName':'SendDtmf','tones':'4711'}");
        assertThat(ANA.get("/me?subresources=*").body().toString()).doesNotContain("4711");
    }
}
