package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agents and customers whose requests come to one member and whose notifications and repeats come to the other. */
class TwoMembersTest {
    private static RunningGateway one;
    private static RunningGateway two;
    private static Rest ana;
    private static Rest ben;

    @BeforeAll
    static void start() {
        List<RunningGateway> pair = RunningGateway.pair();
        one = pair.get(0);
        two = pair.get(1);
        ana = Rest.basic(one.http(), "ana");
        ben = Rest.basic(two.http(), "ben");
        for (Rest agent : List.of(ana, ben)) {
            agent.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['voice','chat']}");
        }
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    private static String begun() {
        return new Rest(one.http()).post("/chats", "{'operationName':'RequestChat','nickname':'Kim','queue':'sales'}").at("/id").asText();
    }

    @Test
    void a_consultation_that_is_accepted_at_one_member_fails_with_its_reference_at_the_other() {
        String customer = begun();
        try (GenesysDesktop told = GenesysDesktop.of(two.http(), "ana").listen("/v2/me/chats")) {
            ana.done("/me/channels/chat", "Ready");
            String chat = told.told(message -> message.at("/data/chat/state").asText().equals("Invited")).at("/data/chat/id").asText();
            ana.done("/me/chats/" + chat, "Accept");
            ben.done("/me/channels/chat", "Ready");
            Reply consult = ana.post("/me/chats/" + chat, "{'operationName':'Consult','targetPath':'/users/ben'}");
            assertThat(consult.code()).isZero();
            int reference = consult.at("/referenceId").asInt();
            assertThat(reference).isPositive();
            await().until(() -> ben.get("/me/chats").at("/uris").size() == 1);
            ben.done("/me/chats/" + chat, "Reject");
            JsonNode error = told.told(message -> message.at("/data/notificationType").asText().equals("Error"));
            assertThat(error.at("/data/referenceId").asInt()).isEqualTo(reference);
            assertThat(error.at("/data/errorMessage").asText()).isEqualTo("Operation failed");
            ana.done("/me/chats/" + chat, "Complete");
            await().until(() -> new Rest(two.http()).get("/chats/" + customer).at("/chat/state").asText().equals("Completed"));
        }
    }

    @Test
    void the_secret_of_a_customer_is_good_at_the_other_member() {
        String id = begun();
        Rest other = new Rest(two.http());
        assertThat(other.get("/chats/" + id).at("/chat/state").asText()).isEqualTo("WaitingForAgent");
        other.accepted("/chats/" + id, "{'operationName':'SendMessage','text':'Hello'}");
        assertThat(new Rest(one.http()).get("/chats/" + id + "/messages").at("/messages/1/text").asText()).isEqualTo("Hello");
        other.done("/chats/" + id, "Complete");
    }

    @Test
    void a_repeat_at_the_other_member_does_nothing_again() {
        String[] basic = ana.headers();
        Rest first = new Rest(one.http(), basic[0], basic[1], "Idempotency-Key", "k1");
        Rest second = new Rest(two.http(), basic[0], basic[1], "Idempotency-Key", "k1");
        String dial = "{'operationName':'Dial','destination':{'phoneNumber':'+15550100'},'userData':{'k':'v'}}";
        first.accepted("/me/devices/5001/calls", dial);
        second.accepted("/me/devices/5001/calls", dial);
        await().until(() -> ana.get("/me/calls?fields=*").at("/calls/0/state").asText().equals("Established"));
        String call = ana.get("/me/calls?fields=*").at("/calls/0/id").asText();
        ana.done("/me/calls/" + call, "Hangup");
        Rest there = Rest.basic(two.http(), "ana");
        await().until(() -> ana.get("/me/calls").at("/uris").isEmpty() && there.get("/me/calls").at("/uris").isEmpty());
        second.accepted("/me/devices/5001/calls", dial);
        there.accepted("/me/devices/5001/calls", dial);
        await().until(() -> !there.get("/me/calls").at("/uris").isEmpty());
        assertThat(there.get("/me/calls").at("/uris")).as("the call without the key, and no other").hasSize(1);
    }
}
