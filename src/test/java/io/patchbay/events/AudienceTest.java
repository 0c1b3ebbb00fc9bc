package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A supervisor, sam, listens to ana, who talks to a customer. */
class AudienceTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentId SAM = new AgentId("sam");
    private static final CallId CALL = new CallId("0123456789ABCDEF0123456789ABCDEF");
    private static final CallId MONITOR = new CallId("FEDCBA9876543210FEDCBA9876543210");
    private static final PartyId CUSTOMER = new PartyId("0000000000000001");
    private static final PartyId ANAS = new PartyId("0000000000000002");
    private static final PartyId SAMS = new PartyId("0000000000000003");
    private static final Address OUTSIDE = new Address("+15551234");
    private static final Address ANA_AT = new Address("5001");
    private static final Address SAM_AT = new Address("5009");

    private final Parties parties = new Parties();
    private long number;

    @Test
    void who_is_listened_to_does_not_hear_of_it() {
        talking();
        comes(Mode.SILENT, false).forEach(event -> assertThat(hear(event)).as("%s", event).containsExactly(SAM));
        assertThat(hear(stopped(Cause.RELEASED))).containsExactly(SAM);
        assertThat(hear(cleared(MONITOR, SAMS, SAM_AT, Optional.of(SAM)))).containsExactly(SAM);
        assertThat(hear(new ContactEvent.Completed(SAM, false))).containsExactly(SAM);
        assertThat(hear(new CallEvent.Held(CALL, ANAS, ANA_AT, Optional.of(ANA)))).containsExactly(ANA);
    }

    @Test
    void who_is_whispered_to_hears_of_it_and_so_does_who_shall_be_told() {
        talking();
        comes(Mode.SILENT, true).forEach(event -> assertThat(hear(event)).as("%s", event).contains(SAM, ANA));
        assertThat(hear(started(Mode.WHISPER, false, Optional.of(Mode.SILENT)))).contains(SAM, ANA);
        assertThat(hear(started(Mode.SILENT, false, Optional.of(Mode.WHISPER)))).containsExactly(SAM);
    }

    @Test
    void who_barges_in_is_heard_by_all() {
        talking();
        comes(Mode.SILENT, false).forEach(this::hear);
        assertThat(hear(stopped(Cause.TRANSFERRED))).containsExactly(SAM);
        assertThat(hear(new PartyEvent.PartyMoved(MONITOR, CALL, SAMS, SAM_AT, Optional.of(SAM)))).contains(SAM, ANA);
        assertThat(hear(cleared(CALL, SAMS, SAM_AT, Optional.of(SAM)))).contains(SAM, ANA);
    }

    @Test
    void without_the_beginning_too_it_is_the_supervisor_who_hears() {
        number = 10;
        assertThat(hear(started(Mode.SILENT, false, Optional.empty()))).containsExactly(SAM);
        assertThat(hear(stopped(Cause.REMOTE))).containsExactly(SAM);
    }

    @Test
    void what_is_for_agents_only_is_not_for_one_that_is_merely_asked() {
        Optional<Interaction> chat = Optional.of(Interaction.NEW
                .with(new Interaction.Member(ANA, new ChannelId("chat-ana"), Interaction.Member.Phase.ACTIVE, Optional.empty()))
                .with(new Interaction.Member(SAM, new ChannelId("chat-sam"), Interaction.Member.Phase.OFFERED, Optional.empty())));
        JsonNode said = JsonNodeFactory.instance.objectNode().put("agent", "ana").put("visibility", "agents");
        assertThat(new Audience(chat, chat, Optional.empty(), said).agents()).containsExactly(ANA);
        JsonNode aloud = JsonNodeFactory.instance.objectNode().put("agent", "ana").put("visibility", "all");
        assertThat(new Audience(chat, chat, Optional.empty(), aloud).agents()).containsExactlyInAnyOrder(ANA, SAM);
    }

    private void talking() {
        hear(new ContactEvent.Created(Medium.VOICE, Interaction.Direction.INBOUND, Map.of(),
                new ContactPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
        Connection customer = leg(CUSTOMER, OUTSIDE, Connection.Role.CUSTOMER, Optional.empty());
        Connection ana = leg(ANAS, ANA_AT, Connection.Role.AGENT, Optional.of(ANA));
        hear(new CallEvent.Originated(CALL, Call.Purpose.PRIMARY, OUTSIDE, ANA_AT, List.of(customer, ana), Optional.empty()));
        assertThat(hear(delivered(CALL, ana))).containsExactly(ANA);
        hear(new CallEvent.Established(CALL, ANAS, ANA_AT, Optional.of(ANA), CallEvent.Established.Form.ANSWERED));
    }

    @Test
    void nobody_but_the_supervisor_hears_of_its_invitation_to_a_contact() {
        PartyId joins = new PartyId("0000000000000004");
        for (Purpose mode : List.of(Purpose.MONITOR, Purpose.COACH, Purpose.BARGE_IN)) {
            Invitation invitation = new Invitation(joins, mode, Optional.of(SAM), Optional.empty(), Optional.of(SAM), Optional.of(ANA),
                    false);
            for (Event end : List.of(new ContactEvent.Accepted(SAM, joins),
                    new ContactEvent.OfferExpired(SAM, Optional.empty(), Optional.empty()),
                    new ContactEvent.Rejected(SAM, Optional.empty(), Optional.empty()),
                    new MessagingEvent.InvitationFailed(joins, mode, Optional.of(SAM), Optional.of(SAM), Cause.ABANDONED))) {
                AudienceTest chat = new AudienceTest();
                chat.chatting();
                assertThat(chat.hear(new MessagingEvent.ParticipantInvited(invitation, Optional.empty()))).containsExactly(SAM);
                assertThat(chat.hear(new ContactEvent.Offered(SAM, new ChannelId("chat-sam"), joins, mode, Optional.of(SAM),
                        Optional.empty()))).containsExactly(SAM);
                assertThat(chat.hear(end)).as("%s", end).containsExactly(SAM);
            }
        }
    }

    private void chatting() {
        hear(new ContactEvent.Created(Medium.CHAT, Interaction.Direction.INBOUND, Map.of(),
                new ContactPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
        hear(new MessagingEvent.ParticipantJoined(1, Participant.customer(CUSTOMER, "Pat", Optional.empty()), Optional.empty(),
                Visibility.ALL, Instant.EPOCH));
        hear(new ContactEvent.Offered(ANA, new ChannelId("chat-ana"), ANAS, Purpose.SERVE, Optional.empty(), Optional.empty()));
        assertThat(hear(new ContactEvent.Accepted(ANA, ANAS))).containsExactly(ANA);
        hear(new MessagingEvent.ParticipantJoined(2, Participant.agent(ANAS, ANA, "Ana", Visibility.ALL, Optional.empty()),
                Optional.of(ANA), Visibility.ALL, Instant.EPOCH));
    }

    private static List<Event> comes(Mode mode, boolean told) {
        Connection leg = leg(SAMS, SAM_AT, Connection.Role.SUPERVISOR, Optional.of(SAM));
        return List.of(new CallEvent.Originated(MONITOR, Call.Purpose.MONITOR, ANA_AT, SAM_AT, List.of(leg), Optional.empty(),
                        Optional.empty(), Optional.of(new Call.Monitoring(CALL, ANA, mode, told)), Optional.empty()),
                delivered(MONITOR, leg),
                new CallEvent.Established(MONITOR, SAMS, SAM_AT, Optional.of(SAM), CallEvent.Established.Form.AUTOMATIC),
                started(mode, told, Optional.empty()));
    }

    private static PartyEvent.MonitorStarted started(Mode mode, boolean told, Optional<Mode> previous) {
        return new PartyEvent.MonitorStarted(CALL, MONITOR, SAMS, SAM, ANA, mode, told, previous);
    }

    private static PartyEvent.MonitorStopped stopped(Cause cause) {
        return new PartyEvent.MonitorStopped(CALL, MONITOR, SAMS, SAM, ANA, cause);
    }

    private static CallEvent.Delivered delivered(CallId call, Connection leg) {
        return new CallEvent.Delivered(call, leg.in(Connection.State.ALERTING), leg.agent(), Optional.of(new ChannelId("voice")),
                Optional.empty());
    }

    private static CallEvent.ConnectionCleared cleared(CallId call, PartyId leg, Address at, Optional<AgentId> agent) {
        return new CallEvent.ConnectionCleared(call, leg, at, agent, Cause.RELEASED);
    }

    private static Connection leg(PartyId id, Address at, Connection.Role role, Optional<AgentId> agent) {
        return new Connection(id, at, role, agent, Optional.empty(), Connection.State.INITIATED);
    }

    private Iterable<AgentId> hear(Event event) {
        String type = "cti." + event.name() + ".v1";
        return parties.of(new EventId("interaction/I", 1, ++number), type, ModelJson.text().valueToTree(event)).orElseThrow();
    }
}
