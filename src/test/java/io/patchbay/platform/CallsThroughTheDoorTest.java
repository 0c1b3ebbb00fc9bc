package io.patchbay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand;
import io.patchbay.platform.PlatformDoorFixture.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsThroughTheDoorTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final ChannelId VOICE = new ChannelId("voice");
    private static final QueueName SALES = new QueueName("sales");
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));
    private final PlatformDoorFixture door = new PlatformDoorFixture();

    @AfterEach
    void close() {
        door.close();
    }

    private Reply call(String to) {
        Reply made = door.post("/platform/calls", "{'from':'+15551234','to':'" + to + "'}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made;
    }

    private void agent(Reply made, InteractionCommand does) {
        assertThat(door.far.take(new InteractionId(made.text("interaction")), does).isAccepted()).isTrue();
    }

    private OfferCommand offer(Reply made) {
        QueuePlace place = new QueuePlace(SALES, door.far.place(new InteractionId(made.text("interaction"))));
        return new OfferCommand.Alert(ANA, VOICE, new Address("5001"), Optional.of(place));
    }

    private static VoiceCommand.Answer answer(Reply made) {
        return new VoiceCommand.Answer(ANA, new CallId(made.text("call")));
    }

    private Reply far(Reply made, String party, String action) {
        return door.post("/platform/calls/" + made.text("call") + "/parties/" + party, "{'action':'" + action + "'}");
    }

    private String parties(Reply made) {
        return parties(door.get("/platform/calls/" + made.text("call")).body());
    }

    private static String parties(JsonNode view) {
        return view.path("parties").valueStream().map(p -> p.path("address").asText() + " " + p.path("role").asText() + " "
                + p.path("state").asText()).collect(Collectors.joining(", "));
    }

    /** Ana dials, and her call is found by the number she dialled. */
    private Reply dialled(String number, FarEnd farEnd) {
        InteractionId interaction = Ids.interaction(door.far.newId());
        assertThat(door.far.take(interaction, new OfferCommand.Originate(ANA, VOICE, new Address("5001"),
                new Destination.Outside(new Address(number), farEnd), TERMS, Map.of())).isAccepted()).isTrue();
        Reply found = door.callsOf(number);
        assertThat(found.body()).hasSize(1);
        assertThat(found.body().path(0).path("interaction").asText()).isEqualTo(interaction.value());
        return new Reply(found.status(), found.body().path(0), Map.of());
    }

    private Reply dialledByHand() {
        return dialled("+15550104", new FarEnd(FarEnd.Kind.MANUAL, Duration.ZERO));
    }

    @Test
    void a_call_to_a_queue_comes_to_one_command_and_waits() {
        Reply made = door.post("/platform/calls", "{'from':'+15551234','to':'sales','data':{'vip':'yes'},'unknown':[1]}");
        Command command = door.far.commands.get(0);
        assertThat(door.far.commands).hasSize(1);
        assertThat(command.target()).isEqualTo(Subject.of(Ids.interaction(command.id())));
        assertThat(command.at()).isEqualTo(FakeSwitch.NOW);
        assertThat(command.body()).isEqualTo(new ContactArrived(Medium.VOICE, new Address("+15551234"),
                new Destination.ToQueue(SALES, new Address("6001"), true), Map.of("vip", "yes"), TERMS));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo(PlatformDoorFixture.tree("{\"interaction\":\"" + command.target().id() + "\",\"call\":\""
                + Ids.call(command.id()) + "\",\"state\":\"queued\"}"));
    }

    @Test
    void a_queue_has_a_number_too() {
        assertThat(call("6002").text("state")).isEqualTo("queued");
    }

    @Test
    void a_call_to_an_agent_says_that_it_rings() {
        Reply made = call("5001");
        assertThat(made.text("state")).isEqualTo("alerting");
        assertThat(made.body().has("cause")).isFalse();
    }

    @Test
    void a_call_to_an_agent_that_cannot_take_it_says_why() {
        door.far.agents(asked -> Optional.of(new OfferCommand.ReserveRefused(asked.agent(), Cause.UNAVAILABLE)));
        Reply made = call("5001");
        assertThat(made.text("state")).isEqualTo("failed");
        assertThat(made.text("cause")).isEqualTo("unavailable");
        assertThat(door.get("/platform/calls/" + made.text("call")).status()).as("a call that is over").isEqualTo(404);
    }

    @Test
    void an_agent_that_says_nothing_keeps_the_caller_waiting_and_not_the_request() {
        door.far.agents(asked -> Optional.empty());
        assertThat(call("5001").text("state")).isEqualTo("queued");
    }

    @Test
    void a_customer_waits_then_hears_it_ring_then_talks() {
        Reply made = call("sales");
        assertThat(parties(made)).isEqualTo("+15551234 customer queued, 6001 queue queued");
        agent(made, offer(made));
        assertThat(parties(made)).isEqualTo("+15551234 customer alerting, 6001 queue queued, 5001 agent alerting");
        agent(made, answer(made));
        assertThat(parties(made)).isEqualTo("+15551234 customer connected, 5001 agent connected");
    }

    @Test
    void a_customer_is_held_by_the_only_agent_and_taken_back() {
        Reply made = call("5001");
        agent(made, answer(made));
        agent(made, new VoiceCommand.Hold(ANA, new CallId(made.text("call"))));
        assertThat(parties(made)).isEqualTo("+15551234 customer held, 5001 agent held");
        agent(made, new VoiceCommand.Retrieve(ANA, new CallId(made.text("call"))));
        assertThat(parties(made)).isEqualTo("+15551234 customer connected, 5001 agent connected");
    }

    @Test
    void a_customer_whose_offer_is_rejected_waits_again() {
        Reply made = call("sales");
        agent(made, offer(made));
        agent(made, new DataCommand.Reject(ANA));
        assertThat(parties(made)).isEqualTo("+15551234 customer queued, 6001 queue queued");
    }

    @Test
    void a_customer_who_hangs_up_is_gone_and_so_is_the_call() {
        Reply made = call("5001");
        agent(made, answer(made));
        Reply hungUp = far(made, "%2B15551234", "hangup");
        assertThat(hungUp.status()).isEqualTo(200);
        assertThat(hungUp.body()).isEqualTo(PlatformDoorFixture.tree("{\"call\":\"" + made.text("call") + "\",\"interaction\":\""
                + made.text("interaction") + "\",\"parties\":[]}"));
        assertThat(far(made, "%2B15551234", "hangup").status()).isEqualTo(404);
    }

    @Test
    void only_outside_parties_act_here() {
        Reply made = call("5001");
        Reply asAna = far(made, "5001", "hangup");
        assertThat(asAna.status() + " " + asAna.code()).isEqualTo("404 UNKNOWN_TARGET");
        assertThat(parties(made)).contains("5001 agent alerting");
    }

    @Test
    void a_customer_neither_answers_nor_rejects_its_own_call() {
        Reply made = call("sales");
        for (String action : List.of("answer", "reject")) {
            Reply reply = far(made, "%2B15551234", action);
            assertThat(reply.status() + " " + reply.code()).as(action).isEqualTo("409 INVALID_STATE");
        }
    }

    @Test
    void a_call_an_agent_dialled_is_found_by_either_party_and_answered_by_hand() {
        Reply dialled = dialledByHand();
        assertThat(parties(dialled)).isEqualTo("5001 agent initiated, +15550104 external alerting");
        assertThat(door.callsOf("5001").body()).isEqualTo(door.callsOf("+15550104").body());
        Reply answered = far(dialled, "%2B15550104", "answer");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(parties(answered.body())).isEqualTo("5001 agent connected, +15550104 external connected");
    }

    @Test
    void an_outside_party_rejects_by_hand() {
        Reply rejected = far(dialledByHand(), "%2B15550104", "reject");
        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.body().path("parties")).isEmpty();
        assertThat(door.callsOf("+15550104").body().isArray()).isTrue();
        assertThat(door.callsOf("+15550104").body()).isEmpty();
    }

    @Test
    void what_a_number_does_by_itself_is_not_done_by_hand() {
        Reply dialled = dialled("+15559999", new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)));
        Reply reply = far(dialled, "%2B15559999", "answer");
        assertThat(reply.status() + " " + reply.code()).isEqualTo("409 INVALID_STATE");
    }

    @Test
    void the_calls_of_a_queue_are_found_by_its_name() {
        Reply made = call("sales");
        assertThat(door.callsOf("sales").body().path(0).path("call").asText()).isEqualTo(made.text("call"));
        assertThat(door.callsOf("support").body()).isEmpty();
    }
}
